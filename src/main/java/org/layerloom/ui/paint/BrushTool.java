package org.layerloom.ui.paint;

import java.util.Optional;
import java.util.function.Consumer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;
import org.layerloom.edit.paint.Painting;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.DirectTool;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.words.Words;

/// The brush and the eraser: one stroke from press to release is one step. Shift-click goes straight on from where
/// the last stroke ended; with Alt the brush picks a colour.
public final class BrushTool implements DirectTool {
    private final Words words = Words.of(BrushTool.class);
    private final Editor editor;
    private final PaintState state;
    private final boolean erases;
    private final Consumer<Notice> notices;
    private final PickTool picker;
    private Optional<Painting.Going> going = Optional.empty();
    /// Where the last stroke ended, to go on from.
    private Optional<End> last = Optional.empty();
    private boolean picking;

    private record End(LayerId layer, double x, double y) {}

    public BrushTool(Editor editor, PaintState state, boolean erases, Consumer<Notice> notices) {
        this.editor = editor;
        this.state = state;
        this.erases = erases;
        this.notices = notices;
        picker = new PickTool(editor, state);
    }

    @Override
    public void press(Pointer at) {
        picking = at.alt() && !erases;
        if (picking) {
            picker.press(at);
            return;
        }
        editor.finishTyping();
        Optional<End> before = last.filter(end ->
                at.shift() && end.layer().equals(editor.selectionProperty().get()));
        double x = before.map(End::x).orElse(at.x());
        double y = before.map(End::y).orElse(at.y());
        Optional<LayerId> selected =
                Optional.ofNullable(editor.selectionProperty().get());
        String name = words.text("painting-name", editor.document().nextId());
        boolean mask = editor.maskEditedProperty().get();
        switch (Painting.begin(editor.history().document(), selected, mask, state.tip(erases), name, x, y)) {
            case Painting.Refused refused -> notices.accept(notice(refused));
            case Painting.Going begun -> {
                going = Optional.of(begun);
                if (before.isPresent()) {
                    begun.stroke().lineTo(at.x(), at.y());
                }
                show(begun);
            }
        }
    }

    @Override
    public void drag(Pointer to) {
        if (picking) {
            picker.drag(to);
        }
        going.ifPresent(stroke -> {
            stroke.stroke().curveTo(to.x(), to.y());
            show(stroke);
        });
    }

    @Override
    public void release(Pointer to) {
        if (picking) {
            picker.release(to);
        }
        picking = false;
        going.ifPresent(stroke -> {
            going = Optional.empty();
            stroke.stroke().finish();
            LayerId layer = stroke.layer().orElse(editor.history().document().newId());
            last = Optional.of(
                    new End(layer, stroke.stroke().x(), stroke.stroke().y()));
            editor.commit(words.text(label(stroke)), stroke::kept);
            editor.selectionProperty().set(layer);
            if (!erases) {
                state.colors().remember(state.colors().foregroundProperty().get());
            }
        });
    }

    private String label(Painting.Going stroke) {
        if (stroke.onMask()) {
            return "paint-mask";
        }
        return erases ? "erase" : "paint";
    }

    @Override
    public void cancel() {
        going = Optional.empty();
        editor.cancelPreview();
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        // The outline of the tip shows where it paints.
        return at.alt() && !erases ? Cue.Shape.DRAW : Cue.Shape.NONE;
    }

    private void show(Painting.Going stroke) {
        editor.preview(stroke::shown);
    }

    private Notice notice(Painting.Refused refused) {
        String name = refused.layer().map(Layer::name).orElse("");
        Notice notice = Notice.warning(words.text("refused-" + refused.reason(), name));
        if (refused.reason() != Painting.Reason.NO_PIXELS) {
            return notice;
        }
        LayerId id = refused.layer().orElseThrow().id();
        return notice.offering(
                words.text("rasterize"),
                () -> editor.commit(
                        words.text("rasterize-step", name),
                        document -> document.with(
                                id, layer -> layer instanceof RasterLayer raster ? raster.rasterized() : layer)));
    }
}
