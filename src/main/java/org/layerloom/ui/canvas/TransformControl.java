package org.layerloom.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.layerloom.composite.Resampler;
import org.layerloom.composite.Resampler.Quality;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;
import org.layerloom.edit.Floating;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Transforms;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.ui.tools.SnapLine;
import org.layerloom.ui.tools.Snapping;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.TransformFrame;
import org.layerloom.ui.tools.TransformFrame.Grip;
import org.layerloom.ui.tools.TransformSnap;
import org.layerloom.words.Words;

/// The transform of the selected layers and boxes, or of the marquee's pixels, that is going on: its frame, the picture
/// of it while it is dragged,
/// and its end. Begins when the transform tool is taken, always draws from the layers as they were, and hands the tool
/// back that was there before.
public final class TransformControl implements Framer {
    private final Editor editor;
    private final ViewState view;
    private final Consumer<String> messages;
    private final Words words = Words.of(TransformControl.class);
    private final LatestWork work;
    private final ReadOnlyObjectWrapper<TransformFrame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<SnapLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private List<LayerId> ids = List.of();
    private Document base;
    /// What the marquee lifted off the layer; empty where whole layers are transformed.
    private Optional<Floating> floating = Optional.empty();
    private TransformSnap snap;
    private TransformFrame pressed;
    private Pointer start;
    private boolean dragged;
    private Grip grip = new Grip.None();
    private ToolKind before = ToolKind.MOVE;
    /// What `fine` made of `doneFor`.
    private Document done;
    private TransformFrame doneFor;
    private boolean ending;

    TransformControl(Editor editor, ViewState view, Consumer<String> messages) {
        this.editor = editor;
        this.view = view;
        this.messages = messages;
        work = new LatestWork(failure -> {
            abandon();
            messages.accept(words.text("transform.failed"));
        });
        view.toolProperty().addListener((o, was, now) -> {
            if (now == ToolKind.TRANSFORM) {
                before = was;
                begin();
            } else if (isActive()) {
                apply();
            }
        });
        editor.revisionProperty().addListener(change -> {
            if (isActive() && editor.history().document() != base) {
                end();
            }
        });
        editor.selectedProperty().addListener(change -> {
            if (isActive() && !editor.selected().equals(ids)) {
                apply();
            }
        });
    }

    /// The frame while there is one, else null.
    public ReadOnlyObjectProperty<TransformFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// What the frame has snapped to while it is dragged.
    ReadOnlyObjectProperty<List<SnapLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    private void begin() {
        editor.finishTyping();
        base = editor.history().document();
        ids = editor.selected();
        floating = Floating.of(base, ids);
        Rect place = floating.map(Floating::place).orElseGet(() -> Transforms.place(base, ids));
        Optional<String> refusal = refusal(place);
        if (refusal.isPresent()) {
            messages.accept(refusal.get());
            // Later: who else listens to the tool must hear of this one first.
            Platform.runLater(() -> view.toolProperty().set(before));
            return;
        }
        done = null;
        doneFor = null;
        ending = false;
        frame.set(TransformFrame.of(place));
    }

    private Optional<String> refusal(Rect place) {
        if (floating.isPresent()) {
            return place.isEmpty()
                    ? Optional.of(words.text("transform.marquee"))
                    : Locked.alpha(base, ids).map(layer -> words.text("refused.pixels", layer.name()));
        }
        return place.isEmpty()
                ? Optional.of(words.text("transform.nothing"))
                : Locked.position(base, ids).map(layer -> words.text("refused.position", layer.name()));
    }

    @Override
    public boolean isActive() {
        return frame.get() != null;
    }

    /// Changes the frame by its numbers or a button.
    public void edit(UnaryOperator<TransformFrame> edit) {
        if (isActive()) {
            frame.set(edit.apply(frame.get()));
            drawFine(result -> {});
        }
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        if (!isActive()) {
            return Cue.Shape.ARROW;
        }
        return switch (frame.get().under(at)) {
            case Grip.Scale(var handle) -> frame.get().stretch(handle);
            case Grip.Turn() -> Cue.Shape.TURN;
            case Grip.Move() -> Cue.Shape.MOVE;
            case Grip.None() -> Cue.Shape.ARROW;
        };
    }

    @Override
    public void press(Pointer at) {
        pressed = frame.get();
        start = at;
        grip = isActive() ? pressed.under(at) : new Grip.None();
        snap = new TransformSnap(Snapping.of(editor.history().document(), ids, view.snapSettings()));
    }

    @Override
    public void drag(Pointer to) {
        if (isActive() && (dragged || to.hasDraggedFrom(start))) {
            dragged = true;
            frame.set(snap.dragged(pressed, grip, start, to));
            lines.set(snap.lines(frame.get(), grip, start, to));
            readout.set(told());
            drawDraft();
        }
    }

    private String told() {
        TransformFrame now = frame.get();
        return switch (grip) {
            case Grip.Turn() -> words.text("degrees", now.degrees());
            case Grip.Move() -> Math.round(now.x()) + ", " + Math.round(now.y());
            default -> Math.round(now.width()) + " \u00d7 " + Math.round(now.height());
        };
    }

    @Override
    public void release(Pointer to) {
        endDrag();
        if (isActive()) {
            drawFine(result -> {});
        }
    }

    @Override
    public void cancel() {
        endDrag();
        if (isActive()) {
            frame.set(pressed);
            drawFine(result -> {});
        }
    }

    private void endDrag() {
        dragged = false;
        lines.set(List.of());
        readout.set("");
    }

    @Override
    public void nudge(int dx, int dy) {
        edit(now -> now.movedTo(now.cx() + dx, now.cy() + dy));
    }

    private void drawDraft() {
        Document from = base;
        Function<Transforms, Document> edit = edit(from);
        Transform transform = frame.get().transform();
        work.submit(
                stale -> edit.apply(Transforms.draft(transform, from, new Resampler(Quality.DRAFT, stale))),
                result -> show(from, result));
    }

    private void drawFine(Consumer<Document> taker) {
        Document from = base;
        Function<Transforms, Document> edit = edit(from);
        TransformFrame now = frame.get();
        work.submit(
                stale -> edit.apply(Transforms.fine(now.transform(), from, new Resampler(Quality.FINE, stale))),
                result -> {
                    done = result;
                    doneFor = now;
                    show(from, result);
                    taker.accept(result);
                });
    }

    /// What a transform makes of the document: of what floats, else of all that is selected.
    private Function<Transforms, Document> edit(Document from) {
        List<LayerId> moved = ids;
        return floating.<Function<Transforms, Document>>map(lifted -> by -> lifted.transformed(from, by))
                .orElse(by -> by.apply(from, moved));
    }

    private void show(Document from, Document result) {
        if (isActive() && from == base) {
            editor.preview(document -> Transforms.carry(document, from, result, ids));
        }
    }

    @Override
    public void apply() {
        if (!isActive() || ending) {
            return;
        }
        TransformFrame now = frame.get();
        if (now.isIdentity()) {
            abandon();
            return;
        }
        Optional<String> text = Transforms.hindered(base, ids, now.transform());
        if (text.isPresent()) {
            messages.accept(words.text("transform.text", text.get()));
            if (view.toolProperty().get() != ToolKind.TRANSFORM) {
                abandon();
            }
        } else if (now.equals(doneFor)) {
            commit(done);
        } else {
            ending = true;
            drawFine(this::commit);
        }
    }

    private void commit(Document result) {
        Document from = base;
        List<LayerId> moved = ids;
        end();
        editor.commit(words.text("history.transform"), document -> Transforms.carry(document, from, result, moved));
    }

    @Override
    public void abandon() {
        if (isActive()) {
            end();
        }
    }

    private void end() {
        work.cancel();
        frame.set(null);
        done = null;
        doneFor = null;
        base = null;
        floating = Optional.empty();
        snap = null;
        editor.cancelPreview();
        if (view.toolProperty().get() == ToolKind.TRANSFORM) {
            view.toolProperty().set(before == ToolKind.CROP ? ToolKind.MOVE : before);
        }
    }
}
