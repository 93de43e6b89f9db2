package org.layerloom.ui.paint;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.paint.GradientDrag;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.DirectTool;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.words.Words;

/// The gradient tool: a drag draws the gradient of the selected fill layer, or a new one from the foreground to the
/// background colour; its two points can be dragged afterwards. Shift keeps to eighths of a turn.
public final class GradientTool implements DirectTool {
    /// How near to a point the pointer must be to take it, view px.
    private static final double REACH = 9;

    private final Words words = Words.of(GradientTool.class);
    private final Editor editor;
    private final PaintState state;
    private final FillWork work;
    private final Consumer<Notice> notices;
    private Optional<Going> going = Optional.empty();

    /// @param end which of the points is dragged; empty = both are drawn anew
    private record Going(Pointer start, Optional<GradientDrag.End> end, GradientDrag drag, boolean moved) {}

    GradientTool(Editor editor, PaintState state, FillWork work, Consumer<Notice> notices) {
        this.editor = editor;
        this.state = state;
        this.work = work;
        this.notices = notices;
    }

    @Override
    public void press(Pointer at) {
        editor.finishTyping();
        Optional<FillLayer> fill = selectedFill();
        if (fill.isPresent() && fill.get().props().locks().pixels()) {
            notices.accept(Notice.warning(
                    words.text("refused-PIXELS_LOCKED", fill.get().name())));
            return;
        }
        List<Stop> stops = List.of(
                new Stop(0, state.colors().foregroundProperty().get()),
                new Stop(1, state.colors().backgroundProperty().get()));
        GradientDrag drag = new GradientDrag(
                fill.map(FillLayer::id),
                Optional.ofNullable(editor.selectionProperty().get())
                        .filter(id -> editor.document().layer(id).isPresent()),
                words.text("gradient-name", editor.document().nextId()),
                stops,
                state.radialProperty().get());
        going = Optional.of(new Going(at, fill.flatMap(layer -> endAt(layer, at)), drag, false));
    }

    private Optional<FillLayer> selectedFill() {
        return editor.selectedLayer().filter(FillLayer.class::isInstance).map(FillLayer.class::cast);
    }

    private static Optional<GradientDrag.End> endAt(FillLayer layer, Pointer at) {
        if (!(layer.fill() instanceof Gradient gradient)) {
            return Optional.empty();
        }
        double reach = REACH * at.pixel();
        if (Math.hypot(gradient.x1() - at.x(), gradient.y1() - at.y()) <= reach) {
            return Optional.of(GradientDrag.End.LAST);
        }
        return Math.hypot(gradient.x0() - at.x(), gradient.y0() - at.y()) <= reach
                ? Optional.of(GradientDrag.End.FIRST)
                : Optional.empty();
    }

    @Override
    public void drag(Pointer to) {
        going.filter(drag -> drag.moved() || to.hasDraggedFrom(drag.start())).ifPresent(drag -> {
            Going moved = new Going(drag.start(), drag.end(), drag.drag(), true);
            going = Optional.of(moved);
            work.preview(edit(moved, to));
        });
    }

    @Override
    public void release(Pointer to) {
        Optional<Going> ended = going.filter(Going::moved);
        going = Optional.empty();
        ended.ifPresent(drag -> {
            LayerId id = drag.drag().layer().orElse(editor.history().document().newId());
            work.commit(
                    words.text("gradient"),
                    edit(drag, to),
                    () -> editor.selectionProperty().set(id));
        });
    }

    @Override
    public void cancel() {
        going = Optional.empty();
        work.cancel();
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        boolean onPoint = selectedFill().flatMap(layer -> endAt(layer, at)).isPresent();
        return onPoint ? Cue.Shape.POINT : Cue.Shape.DRAW;
    }

    private static UnaryOperator<Document> edit(Going going, Pointer to) {
        if (going.end().isPresent()) {
            return document -> GradientDrag.end(
                    document, going.drag().layer().orElseThrow(), going.end().get(), to.x(), to.y());
        }
        Pointer from = going.start();
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        if (to.shift()) {
            double eighth = Math.PI / 4;
            double angle = Math.round(Math.atan2(dy, dx) / eighth) * eighth;
            double length = Math.hypot(dx, dy);
            dx = Math.cos(angle) * length;
            dy = Math.sin(angle) * length;
        }
        double x = from.x() + dx;
        double y = from.y() + dy;
        return document -> going.drag().between(document, from.x(), from.y(), x, y);
    }
}
