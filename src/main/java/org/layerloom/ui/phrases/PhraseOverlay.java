package org.layerloom.ui.phrases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.BoxPhrases;
import org.layerloom.generate.Phrase;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// The phrase of the prompt that each box will get, at the box's foot: drag it to another box to have it there, click
/// it for all that the box can get. The prompt itself stays as it is written.
public final class PhraseOverlay extends Pane {
    private static final Words WORDS = Words.of(PhraseOverlay.class);
    private static final double INSET = 8;
    private static final double HEIGHT = 20;
    /// Boxes narrower than this on the screen have their label only while they are pointed at, px.
    private static final double NARROW = 48;
    /// From so far on a press is a drag, px.
    private static final double DRAG = 4;

    private final Editor editor;
    private final ViewState view;
    private final Map<LayerId, PhraseChip> chips = new HashMap<>();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final PhraseMenu menu;
    private PhraseChip held;
    private double pressX;
    private double pressY;
    private boolean dragged;

    public PhraseOverlay(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        menu = new PhraseMenu(editor);
        setPickOnBounds(false);
        visibleProperty().bind(view.boxesVisibleProperty().and(running.not()));
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectedProperty().addListener(refresh);
        editor.hoveredProperty().addListener(refresh);
        view.viewportProperty().addListener(refresh);
        view.toolProperty().addListener(refresh);
        heightProperty().addListener(refresh);
        refresh();
    }

    /// Whether a run is making the boxes, whose preview is looked at.
    public BooleanProperty runningProperty() {
        return running;
    }

    /// Lets a label go that is being dragged.
    ///
    /// @return whether one was
    public boolean cancel() {
        boolean any = held != null && dragged;
        if (held != null) {
            held.setViewOrder(0);
            held = null;
        }
        editor.hoveredProperty().set(null);
        refresh();
        return any;
    }

    private boolean isInHand() {
        ToolKind tool = view.toolProperty().get();
        return tool == ToolKind.BOX || tool == ToolKind.MOVE;
    }

    private void refresh() {
        Document document = editor.document();
        chips.keySet().removeIf(id -> document.region(id).isEmpty());
        Map<LayerId, Phrase> phrases = isInHand() ? BoxPhrases.of(document) : Map.of();
        List<PhraseChip> shown = document.regions().stream()
                .filter(region -> isShown(document, region))
                .flatMap(region -> chip(region, phrases.get(region.layer())).stream())
                .toList();
        if (!shown.equals(getChildren())) {
            getChildren().setAll(shown);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        getChildren().stream()
                .filter(child -> child != held)
                .map(PhraseChip.class::cast)
                .forEach(this::place);
    }

    /// Boxes that show a picture keep their label for the tool of boxes and for the pointer.
    private boolean isShown(Document document, Region region) {
        if (!isInHand()) {
            return false;
        }
        boolean pointed = region.layer().equals(editor.hoveredProperty().get())
                || editor.selected().contains(region.layer());
        boolean empty = document.layer(region.layer()).isEmpty();
        boolean wide = region.box().width() * view.viewportProperty().get().scale() >= NARROW;
        return pointed || wide && (empty || view.toolProperty().get() == ToolKind.BOX);
    }

    private Optional<PhraseChip> chip(Region region, Phrase phrase) {
        boolean linked = region.link() instanceof Link.To;
        boolean nothing = region.link() instanceof Link.Nothing;
        boolean own = !region.prompt().isBlank() && !(linked && phrase != null);
        if (!own && !nothing && phrase == null) {
            return Optional.empty();
        }
        String title = own ? region.prompt().strip() : nothing ? WORDS.text("nothing") : phrase.title();
        PhraseChip chip = chips.computeIfAbsent(region.layer(), this::made);
        chip.show(new PhraseChip.Shown(title, linked, own, !own && nothing, region.tag()));
        chip.setAccessibleText(WORDS.text("chip", title, region.layer().value()));
        return Optional.of(chip);
    }

    private PhraseChip made(LayerId box) {
        PhraseChip chip = new PhraseChip(box);
        chip.setOnMousePressed(event -> press(chip, event));
        chip.setOnMouseDragged(this::drag);
        chip.setOnMouseReleased(this::release);
        return chip;
    }

    /// At the box's foot, or as far down as the view reaches.
    private void place(PhraseChip chip) {
        Viewport viewport = view.viewportProperty().get();
        Rect box = editor.document().region(chip.box()).orElseThrow().box();
        double left = viewport.toViewX(box.x());
        double top = viewport.toViewY(box.y());
        double bottom = Math.min(viewport.toViewY(box.bottom()), getHeight());
        double width = viewport.toViewX(box.right()) - left - 2 * INSET;
        boolean pointed = chip.box().equals(editor.hoveredProperty().get())
                || editor.selected().contains(chip.box());
        double y = Math.max(top + INSET, bottom - HEIGHT - INSET);
        chip.place(Math.round(left + INSET), Math.round(y), pointed ? Double.MAX_VALUE : Math.max(HEIGHT, width));
    }

    private void press(PhraseChip chip, MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            held = chip;
            dragged = false;
            pressX = event.getX();
            pressY = event.getY();
        }
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (held == null) {
            return;
        }
        boolean far = Math.hypot(event.getX() - pressX, event.getY() - pressY) >= DRAG;
        dragged = dragged || far && held.shown().isMovable();
        if (dragged) {
            Point2D at = sceneToLocal(event.getSceneX(), event.getSceneY());
            held.relocate(at.getX() - pressX, at.getY() - pressY);
            held.setViewOrder(-1);
            editor.hoveredProperty().set(under(at).orElse(null));
        }
    }

    private void release(MouseEvent event) {
        event.consume();
        PhraseChip chip = held;
        held = null;
        if (chip == null) {
            return;
        }
        if (!dragged) {
            editor.selectionProperty().set(chip.box());
            menu.show(chip.box(), chip);
            return;
        }
        chip.setViewOrder(0);
        Optional<LayerId> over = under(sceneToLocal(event.getSceneX(), event.getSceneY()));
        editor.hoveredProperty().set(null);
        over.filter(id -> !id.equals(chip.box())).ifPresent(id -> {
            PhraseMenu.commit(editor, document -> BoxPhrases.move(document, chip.box(), id));
            editor.selectionProperty().set(id);
        });
        refresh();
    }

    /// The smallest box under a place of the view.
    private Optional<LayerId> under(Point2D at) {
        Viewport viewport = view.viewportProperty().get();
        int documentX = (int) Math.floor(viewport.toDocumentX(at.getX()));
        int documentY = (int) Math.floor(viewport.toDocumentY(at.getY()));
        return editor.document().regions().stream()
                .filter(region -> region.box().contains(documentX, documentY))
                .min(Comparator.comparingLong(region -> region.box().area()))
                .map(Region::layer);
    }
}
