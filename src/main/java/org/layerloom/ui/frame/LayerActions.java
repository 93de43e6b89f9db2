package org.layerloom.ui.frame;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.layers.LayersPanel;

/// The actions on the selected layer.
public final class LayerActions {
    private final Editor editor;
    private final BooleanBinding anyLayer;

    public LayerActions(Editor editor) {
        this.editor = editor;
        anyLayer = Bindings.createBooleanBinding(
                () -> editor.selectedLayer().isPresent(), editor.documentProperty(), editor.selectionProperty());
    }

    /// @param panel where a layer is renamed
    public void register(Actions actions, LayersPanel panel) {
        actions.register(
                edit("layer-duplicate", "Duplicate layer", "Duplicate", LayerActions::duplicate)
                        .withIcon("mdi2c-content-duplicate")
                        .withKey("Shortcut+J"),
                Action.of(Section.LAYER, "layer-rename", "Rename layer", panel::renameSelected)
                        .withIcon("mdi2r-rename-outline")
                        .withKey("F2")
                        .enabledWhen(anyLayer),
                edit("layer-visible", "Show or hide layer", "Show or hide", LayerActions::toggleVisible)
                        .withIcon("mdi2e-eye-outline"),
                edit("layer-solo", "Show only this layer", "Show only", LayerEdits::solo)
                        .withIcon("mdi2e-eye-circle-outline"),
                edit("layer-raise", "Raise layer", "Raise", LayerMoves::raise)
                        .withIcon("mdi2a-arrow-up")
                        .withKey("Shortcut+Close Bracket")
                        .afterRule(),
                edit("layer-lower", "Lower layer", "Lower", LayerMoves::lower)
                        .withIcon("mdi2a-arrow-down")
                        .withKey("Shortcut+Open Bracket"));
    }

    private Action edit(String name, String label, String verb, BiFunction<Document, LayerId, Document> edit) {
        return Action.of(
                        Section.LAYER,
                        name,
                        label,
                        () -> editor.selectedLayer()
                                .ifPresent(layer -> editor.commit(
                                        verb + " " + layer.name(), document -> edit.apply(document, layer.id()))))
                .enabledWhen(anyLayer);
    }

    private static Document duplicate(Document document, LayerId id) {
        return LayerEdits.duplicate(document, List.of(id), name -> name + " copy");
    }

    private static Document toggleVisible(Document document, LayerId id) {
        return document.with(id, LayerActions::toggled);
    }

    private static Layer toggled(Layer layer) {
        return layer.with(props -> props.withVisible(!props.visible()));
    }
}
