package org.layerloom.ui.layers;

import javafx.scene.input.KeyEvent;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.ui.Editor;

/// Keys of the layer list that are no actions of the window: folding with Enter, Left and Right, moving the
/// selected rows with Alt and Up or Down.
final class RowKeys {
    private final LayerList list;
    private final Editor editor;

    private RowKeys(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
    }

    static void install(LayerList list, Editor editor) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, new RowKeys(list, editor)::key);
    }

    private void key(KeyEvent event) {
        Layer layer = editor.selectedLayer().orElse(null);
        if (layer == null || event.getTarget() instanceof RenameField) {
            return;
        }
        boolean known = switch (event.getCode()) {
            case ENTER -> fold(layer, event, !isOpen(layer));
            case LEFT -> fold(layer, event, false);
            case RIGHT -> fold(layer, event, true);
            case UP -> move(event, true);
            case DOWN -> move(event, false);
            default -> false;
        };
        if (known) {
            event.consume();
        }
    }

    private static boolean isOpen(Layer layer) {
        return layer instanceof GroupLayer group && group.open();
    }

    private boolean fold(Layer layer, KeyEvent event, boolean open) {
        if (event.isAltDown() || event.isShortcutDown() || !(layer instanceof GroupLayer group)) {
            return false;
        }
        list.edits().fold(group, open);
        return true;
    }

    private boolean move(KeyEvent event, boolean up) {
        if (event.isAltDown()) {
            list.edits().step(new SelectedLayers(editor).all(), up);
        }
        return event.isAltDown();
    }
}
