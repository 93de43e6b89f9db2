package org.layerloom.ui.canvas;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.document.Document;
import org.layerloom.document.Marquee;
import org.layerloom.document.Rect;
import org.layerloom.edit.PageCut;
import org.layerloom.edit.Pages;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.CropFrame;
import org.layerloom.ui.tools.CropShape;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.Feedback;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.words.Words;

/// The crop that is going on. Begins with the whole page, or the marquee, when the crop tool is taken; leaving the
/// tool leaves the page as it was.
public final class CropControl implements Framer {
    private final Editor editor;
    private final ViewState view;
    private final Words words = Words.of(CropControl.class);
    private final ReadOnlyObjectWrapper<CropFrame> frame = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<CropShape> shape = new SimpleObjectProperty<>(CropShape.FREE);
    private final BooleanProperty deletes = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private Document base;
    /// The frame as it was set by hand: each shape is fitted into it anew, so that trying shapes loses nothing.
    private Rect chosen;
    private Pointer start;
    private boolean dragged;
    private CropFrame pressed;
    private CropFrame.Grip grip;
    private ToolKind before = ToolKind.MOVE;

    CropControl(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        view.toolProperty().addListener((o, was, now) -> {
            if (now == ToolKind.CROP) {
                before = was == ToolKind.TRANSFORM ? ToolKind.MOVE : was;
                begin();
            } else {
                abandon();
            }
        });
        shape.addListener(change -> {
            if (isActive()) {
                frame.set(CropFrame.limited(shape.get().fit(chosen, base.canvas())));
            }
        });
        editor.revisionProperty().addListener(change -> {
            if (isActive() && editor.history().document() != base) {
                begin();
            }
        });
    }

    /// The frame while there is one, else null.
    public ReadOnlyObjectProperty<CropFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// What the frame is held to; a new shape takes it at once.
    public ObjectProperty<CropShape> shapeProperty() {
        return shape;
    }

    /// Whether what is cut off is deleted; else it stays, off the page.
    public BooleanProperty deletesProperty() {
        return deletes;
    }

    @Override
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    private void begin() {
        base = editor.history().document();
        Rect start = base.marquee()
                .map(Marquee::bounds)
                .map(bounds -> bounds.intersect(base.canvas()))
                .filter(bounds -> !bounds.isEmpty())
                .orElse(base.canvas());
        chosen = start;
        frame.set(CropFrame.limited(shape.get().fit(start, base.canvas())));
    }

    @Override
    public boolean isActive() {
        return frame.get() != null;
    }

    /// Sets the frame by its numbers.
    public void place(Rect rect) {
        if (isActive()) {
            frame.set(CropFrame.limited(rect));
            chosen = frame.get().rect();
        }
    }

    /// Sets one side of the frame; the other follows where the shape asks for it.
    public void placeSide(Rect rect, boolean width) {
        if (isActive()) {
            place(shape.get().typed(rect, width, base.canvas()));
        }
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        if (!isActive()) {
            return Cue.Shape.ARROW;
        }
        CropFrame.Grip under = frame.get().under(at);
        return under.handle().map(Cue::stretch).orElse(under.inside() ? Cue.Shape.MOVE : Cue.Shape.DRAW);
    }

    @Override
    public void press(Pointer at) {
        pressed = frame.get();
        start = at;
        grip = frame.get().under(at);
    }

    @Override
    public void drag(Pointer to) {
        if (isActive() && (dragged || to.hasDraggedFrom(start))) {
            dragged = true;
            frame.set(pressed.dragged(grip, start, to, shape.get(), base.canvas()));
            chosen = frame.get().rect();
            readout.set(Feedback.size(chosen));
        }
    }

    @Override
    public void release(Pointer to) {
        dragged = false;
        readout.set("");
    }

    @Override
    public void cancel() {
        release(start);
        if (isActive()) {
            frame.set(pressed);
            chosen = pressed.rect();
        }
    }

    @Override
    public void nudge(int dx, int dy) {
        place(frame.get().rect().translate(dx, dy));
    }

    @Override
    public void apply() {
        if (!isActive()) {
            return;
        }
        Rect rect = frame.get().rect();
        boolean delete = deletes.get();
        Document page = base;
        abandon();
        if (!rect.equals(page.canvas()) || delete) {
            editor.commit(words.text("history.crop"), document -> {
                Document cropped = Pages.crop(document.withMarquee(Optional.empty()), rect);
                return delete ? PageCut.apply(cropped) : cropped;
            });
        }
    }

    @Override
    public void abandon() {
        if (isActive()) {
            frame.set(null);
            base = null;
            if (view.toolProperty().get() == ToolKind.CROP) {
                view.toolProperty().set(before);
            }
        }
    }
}
