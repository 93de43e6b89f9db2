package org.layerloom.ui.canvas;

import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewMode;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.phrases.PhraseOverlay;
import org.layerloom.ui.tools.Feedback;
import org.layerloom.ui.tools.Toolbox;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// The canvas: the page on its pasteboard, with the boxes over it, zoomed and panned by the view state.
public final class CanvasView extends Pane {
    /// Kept clear around the fitted page, px.
    private static final double MARGIN = 20;
    /// Above this zoom a document px is shown as a square.
    private static final double SQUARE_PIXELS = 2;

    private final Editor editor;
    private final ViewState view;
    private final Region shadow = new Region();
    private final Paper paper;
    private final PageImage page = new PageImage();
    private final PreviewView preview;
    private final PageNote note = new PageNote();
    private final Label readout = new Label();
    private final FeedbackLines feedbackLines;
    private final CanvasInput input;
    private final PhraseOverlay phrases;
    private final DoubleProperty foot = new SimpleDoubleProperty();
    /// Whether the page is fitted anew when the room changes: until the user zooms or pans.
    private boolean fitting = true;

    /// @param tools what the pointer can do
    /// @param previews what a run shows of its picture; null while there is nothing
    /// @param running whether a run is making the boxes
    /// @param messages takes sentences for the user
    public CanvasView(
            Editor editor,
            ViewState view,
            Toolbox tools,
            ObservableValue<Raster> previews,
            ObservableBooleanValue running,
            Consumer<String> messages) {
        this.editor = editor;
        this.view = view;
        setId("canvas");
        getStyleClass().add("pasteboard");
        setFocusTraversable(true);
        setAccessibleText(Words.of(CanvasView.class).text("canvas"));
        shadow.getStyleClass().add("loom-page");
        shadow.setMouseTransparent(true);
        paper = new Paper(view.darkProperty());
        preview = new PreviewView(previews);
        readout.getStyleClass().add("readout");
        readout.setMouseTransparent(true);
        readout.setVisible(false);
        page.setMouseTransparent(true);
        feedbackLines = new FeedbackLines(view);
        getChildren().addAll(shadow, paper, page, preview);
        phrases = addOverlays(running);
        getChildren().addAll(note, feedbackLines, readout);
        clipToSize();
        input = new CanvasInput(this, editor, view, tools, messages);
        editor.documentProperty().addListener((o, before, now) -> show(before, now));
        editor.previewingProperty().subscribe(this::showPage);
        view.viewportProperty().addListener(change -> requestLayout());
        preview.visibleProperty().addListener(change -> requestLayout());
        view.modeProperty().subscribe(mode -> page.showAlpha(mode == ViewMode.ALPHA));
        foot.addListener(change -> refit());
        widthProperty().addListener(change -> refit());
        heightProperty().addListener(change -> refit());
        show(null, editor.document());
    }

    /// What lies over the page and is as large as the canvas, lowest first.
    private PhraseOverlay addOverlays(ObservableBooleanValue running) {
        RegionOverlay boxes = new RegionOverlay(editor, view);
        boxes.runningProperty().bind(running);
        PhraseOverlay labels = new PhraseOverlay(editor, view);
        labels.runningProperty().bind(running);
        fill(new GridLines(editor, view));
        fill(boxes);
        fill(new LayerOutlines(editor, view));
        fill(new GuideLines(editor, view));
        fill(new MarqueeAnts(editor, view));
        fill(labels);
        return labels;
    }

    private void fill(Region overlay) {
        overlay.prefWidthProperty().bind(widthProperty());
        overlay.prefHeightProperty().bind(heightProperty());
        getChildren().add(overlay);
    }

    /// Lets guides be pulled out of a ruler.
    ///
    /// @param vertical how a guide of it runs
    public void takeGuidesFrom(Node ruler, boolean vertical) {
        ruler.setOnMousePressed(event -> input.pullGuide(event.copyFor(this, this), vertical));
        ruler.setOnMouseDragged(event -> input.drag(event.copyFor(this, this)));
        ruler.setOnMouseReleased(event -> input.release(event.copyFor(this, this)));
    }

    /// Offers on an empty page another way to begin than by drawing.
    public void offer(Action action) {
        note.offer(action);
    }

    private void clipToSize() {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// Lays something over the page, in px of the view.
    public void addOverlay(Node overlay) {
        overlay.setManaged(false);
        getChildren().add(getChildren().indexOf(readout), overlay);
    }

    /// How much of the lower edge is covered by what floats over it, px.
    public DoubleProperty footProperty() {
        return foot;
    }

    /// Whether the screen shows the editor's document, not one that is still being composited.
    public boolean isUpToDate() {
        return page.isUpToDate();
    }

    /// Shows the whole page, now and whenever the room changes.
    public void fit() {
        fitting = true;
        refit();
    }

    /// Zooms about the middle of the free room.
    public void zoomTo(double scale) {
        setViewport(view.viewportProperty().get().zoomedTo(scale, getWidth() / 2, (getHeight() - foot.get()) / 2));
    }

    /// Drops the drag that goes on.
    ///
    /// @return whether there was one
    public boolean cancelDrag() {
        return phrases.cancel() || input.cancel();
    }

    /// Lends the hand tool for as long as a key is held.
    public void holdHand(boolean held) {
        input.holdHand(held);
    }

    /// Takes a view that the user chose; the page is no longer fitted by itself.
    void setViewport(Viewport viewport) {
        fitting = false;
        view.viewportProperty().set(viewport);
    }

    /// Shows what a gesture tells: a read-out chip beside (`x`, `y`) of the view, lines, a rectangle.
    void showFeedback(Feedback feedback, double x, double y) {
        feedbackLines.show(feedback);
        showReadout(feedback.readout(), x, y);
    }

    private void showReadout(String text, double x, double y) {
        readout.setVisible(!text.isEmpty());
        readout.setText(text);
        readout.autosize();
        readout.relocate(
                Math.clamp(Math.round(x + 14), 0, Math.max(0, Math.round(getWidth() - readout.getWidth()))),
                Math.clamp(Math.round(y + 20), 0, Math.max(0, Math.round(getHeight() - readout.getHeight()))));
    }

    private void show(Document before, Document now) {
        showPage();
        paper.setBlank(now.layers().isEmpty());
        note.setVisible(now.layers().isEmpty() && now.regions().isEmpty());
        if (before == null || !before.canvas().equals(now.canvas())) {
            fit();
        }
        requestLayout();
    }

    private void showPage() {
        page.show(editor.document(), editor.previewingProperty().get());
    }

    private void refit() {
        if (fitting && getWidth() > 0 && getHeight() > 0) {
            Rect canvas = editor.document().canvas();
            view.viewportProperty()
                    .set(Viewport.fit(canvas.width(), canvas.height(), getWidth(), getHeight(), MARGIN, foot.get()));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Viewport viewport = view.viewportProperty().get();
        Rect canvas = editor.document().canvas();
        double x = viewport.left();
        double y = viewport.top();
        double width = Math.round(canvas.width() * viewport.scale());
        double height = Math.round(canvas.height() * viewport.scale());
        shadow.resizeRelocate(x, y, width, height);
        paper.place(x, y, width, height);
        page.place(x, y, viewport.scale(), viewport.scale() < SQUARE_PIXELS);
        preview.place(x, y, width, height);
        note.place(x, y, width, height);
    }
}
