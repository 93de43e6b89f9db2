package org.layerloom.ui.paint;

import java.util.OptionalInt;
import org.layerloom.document.RasterLayer;
import org.layerloom.edit.paint.Eyedropper;
import org.layerloom.ui.Editor;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.DirectTool;
import org.layerloom.ui.tools.Pointer;

/// The eyedropper: takes the colour under the pointer for the brush.
public final class PickTool implements DirectTool {
    private final Editor editor;
    private final PaintState state;

    public PickTool(Editor editor, PaintState state) {
        this.editor = editor;
        this.state = state;
    }

    @Override
    public void press(Pointer at) {
        drag(at);
    }

    @Override
    public void drag(Pointer to) {
        color(to).ifPresent(state.colors().foregroundProperty()::set);
    }

    @Override
    public void release(Pointer to) {
        color(to).ifPresent(state.colors()::remember);
    }

    @Override
    public void cancel() {
        // A colour that was picked stays picked: it is no part of the document.
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        return Cue.Shape.DRAW;
    }

    private OptionalInt color(Pointer at) {
        int x = (int) Math.floor(at.x());
        int y = (int) Math.floor(at.y());
        if (state.picksFromLayerProperty().get() && editor.selectedLayer().orElse(null) instanceof RasterLayer layer) {
            return Eyedropper.of(layer, x, y);
        }
        return Eyedropper.shown(editor.document(), x, y);
    }
}
