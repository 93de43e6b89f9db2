package org.layerloom.ui.layers;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.Marquees;
import org.layerloom.edit.Masks;
import org.layerloom.edit.Tree;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// What can be done in a row of the layer list, each as one step of the history.
final class RowEdits {
    private static final Words WORDS = Words.of(RowEdits.class);

    private final Editor editor;

    RowEdits(Editor editor) {
        this.editor = editor;
    }

    /// Blank names and the present one change nothing.
    void rename(Layer layer, String name) {
        String now = name.strip();
        if (!now.isEmpty() && !now.equals(layer.name())) {
            editor.commit(WORDS.text("rename.step", now), LayerEdits.props(layer.id(), props -> props.withName(now)));
        }
    }

    void toggleVisible(Layer layer) {
        boolean visible = !layer.props().visible();
        editor.commit(
                WORDS.text(visible ? "show" : "hide", layer.name()),
                doc -> LayerEdits.show(doc, List.of(layer.id()), visible));
    }

    void solo(Layer layer) {
        editor.commit(WORDS.text("solo.step", layer.name()), doc -> LayerEdits.solo(doc, layer.id()));
    }

    void fold(GroupLayer group, boolean open) {
        if (group.open() != open) {
            editor.commit(
                    WORDS.text(open ? "unfold" : "fold", group.name()),
                    doc -> doc.with(group.id(), layer -> ((GroupLayer) layer).withOpen(open)));
        }
    }

    /// Moves layers by one row, as the list shows them.
    void step(List<Layer> layers, boolean up) {
        List<LayerId> ids = layers.stream().map(Layer::id).toList();
        editor.commit(
                WORDS.text(up ? "raise.step" : "lower.step", SelectedLayers.name(layers)),
                doc -> stepped(doc, ids, up));
    }

    /// Moves the foremost first; what stands behind one that could not move stays behind it.
    static Document stepped(Document document, List<LayerId> ids, boolean up) {
        List<Layer> order = Tree.tops(document, ids);
        Document result = document;
        for (Layer layer : up ? order.reversed() : order) {
            List<Layer> siblings = Tree.siblings(result, layer.id());
            int next = siblings.indexOf(layer) + (up ? 1 : -1);
            boolean blocked = next >= 0
                    && next < siblings.size()
                    && ids.contains(siblings.get(next).id());
            if (!blocked) {
                result = up ? LayerMoves.raise(result, layer.id()) : LayerMoves.lower(result, layer.id());
            }
        }
        return result;
    }

    void selectPixels(Layer layer) {
        editor.commit(WORDS.text("pixels.step", layer.name()), doc -> Marquees.fromAlpha(doc, layer.id()));
    }

    void selectMask(Layer layer) {
        editor.commit(WORDS.text("mask.select.step", layer.name()), doc -> Marquees.fromMask(doc, layer.id()));
    }

    void toggleMask(Layer layer) {
        layer.props()
                .mask()
                .ifPresent(mask -> editor.commit(
                        WORDS.text(mask.enabled() ? "mask.off.step" : "mask.on.step", layer.name()),
                        doc -> Masks.toggleEnabled(doc, List.of(layer.id()))));
    }
}
