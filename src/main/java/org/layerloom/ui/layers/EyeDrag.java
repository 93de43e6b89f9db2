package org.layerloom.ui.layers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// Press on an eye hides or shows; dragging along the eyes gives the others the same; Alt-click shows one layer
/// alone. One step of the history at release.
final class EyeDrag {
    private static final Words WORDS = Words.of(EyeDrag.class);

    private final LayerList list;
    private final Editor editor;
    private final Set<LayerId> painted = new LinkedHashSet<>();
    private boolean visible;
    private String first;

    private EyeDrag(LayerList list, Editor editor) {
        this.list = list;
        this.editor = editor;
    }

    static void install(LayerList list, Editor editor) {
        EyeDrag drag = new EyeDrag(list, editor);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        list.cellAt(event.getSceneY())
                .filter(cell -> LayerCell.isWithin((Node) event.getTarget(), cell.eye()))
                .ifPresent(cell -> {
                    event.consume();
                    Layer layer = cell.getItem().layer();
                    if (event.isAltDown()) {
                        list.edits().solo(layer);
                    } else {
                        visible = !layer.props().visible();
                        first = layer.name();
                        paint(layer.id());
                    }
                });
    }

    private void drag(MouseEvent event) {
        if (!painted.isEmpty()) {
            event.consume();
            list.cellAt(event.getSceneY())
                    .ifPresent(cell -> paint(cell.getItem().id()));
        }
    }

    private void paint(LayerId id) {
        if (painted.add(id)) {
            editor.preview(this::edit);
        }
    }

    private void release(MouseEvent event) {
        if (!painted.isEmpty()) {
            event.consume();
            String what = painted.size() == 1 ? first : WORDS.text("layers.many", painted.size());
            editor.commit(WORDS.text(visible ? "show" : "hide", what), this::edit);
            painted.clear();
        }
    }

    private Document edit(Document document) {
        return LayerEdits.show(document, List.copyOf(painted), visible);
    }
}
