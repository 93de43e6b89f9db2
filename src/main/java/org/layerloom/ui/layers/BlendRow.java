package org.layerloom.ui.layers;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.layerloom.document.Layer;
import org.layerloom.edit.LayerEdits;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;

/// How the selected layer meets what is below: blend mode and opacity.
final class BlendRow extends HBox {
    private static final double OPACITY_WIDTH = 112;

    private final Editor editor;
    private final NumberField opacity = new NumberField("Opacity", "Opacity in percent", "%", 0, 100);

    BlendRow(Editor editor) {
        super(8);
        this.editor = editor;
        BlendCombo blend = new BlendCombo(editor);
        HBox.setHgrow(blend, Priority.ALWAYS);
        opacity.setMinWidth(OPACITY_WIDTH);
        opacity.setMaxWidth(OPACITY_WIDTH);
        opacity.setOnPreview(percent -> selected()
                .ifPresent(layer -> editor.preview(
                        LayerEdits.props(layer.id(), props -> props.withOpacity(Opacity.ofPercent(percent))))));
        opacity.setOnCommit(percent -> selected()
                .ifPresent(layer -> editor.commit(
                        "Opacity of " + layer.name() + ", " + percent + " %",
                        LayerEdits.props(layer.id(), props -> props.withOpacity(Opacity.ofPercent(percent))))));
        getChildren().addAll(blend, opacity);
        editor.documentProperty().addListener(o -> refresh());
        editor.selectionProperty().addListener(o -> refresh());
        refresh();
    }

    private Optional<Layer> selected() {
        return editor.selectedLayer();
    }

    private void refresh() {
        opacity.setDisable(selected().isEmpty());
        selected()
                .ifPresentOrElse(
                        layer -> opacity.show(Opacity.percent(layer.props().opacity())), () -> opacity.show(100));
    }
}
