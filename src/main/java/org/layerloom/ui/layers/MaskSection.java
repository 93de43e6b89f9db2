package org.layerloom.ui.layers;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.edit.Masks;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.words.Words;

/// The mask of the primary selected layer: whether and how strongly it counts. With more than one layer selected, the
/// masks of all.
final class MaskSection extends VBox {
    private static final Words WORDS = Words.of(MaskSection.class);
    private static final double DENSITY_WIDTH = 152;

    private final Editor editor;
    private final SelectedLayers selected;
    private final CheckBox enabled = new CheckBox(WORDS.text("mask.enabled"));
    private final NumberField density =
            new NumberField(WORDS.text("mask.density"), WORDS.text("mask.density.spoken"), "%", 0, 100);
    private final HBox buttons = new HBox(4);

    MaskSection(Editor editor) {
        super(8);
        this.editor = editor;
        selected = new SelectedLayers(editor);
        enabled.getStyleClass().add("t-small");
        enabled.setMinWidth(USE_PREF_SIZE);
        enabled.setOnAction(event -> editor.commit(
                WORDS.text(enabled.isSelected() ? "mask.on.step" : "mask.off.step", selected.name()),
                doc -> Masks.toggleEnabled(doc, selected.ids())));
        density.setMinWidth(DENSITY_WIDTH);
        density.setMaxWidth(DENSITY_WIDTH);
        density.setOnPreview(percent -> selected.preview(withDensity(percent)));
        density.setOnCommit(percent ->
                selected.commit(WORDS.text("mask.density.step", selected.name(), percent), withDensity(percent)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, density, space, enabled);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, buttons);
        selected.onChange(this::refresh);
        refresh();
    }

    /// Puts in the buttons that change the mask.
    void setActions(Actions actions) {
        for (String name : List.of("mask-invert", "mask-apply", "mask-delete")) {
            Action action = actions.get(name);
            Button button = new Button(WORDS.text(name));
            button.setAccessibleText(action.label());
            button.getStyleClass().setAll("button", "btn");
            button.setMinWidth(USE_PREF_SIZE);
            button.disableProperty().bind(Bindings.not(action.enabled()));
            button.setOnAction(event -> action.perform());
            buttons.getChildren().add(button);
        }
    }

    private static UnaryOperator<LayerProps> withDensity(int percent) {
        return props -> props.withMask(props.mask().map(mask -> mask.withDensity(Opacity.ofPercent(percent))));
    }

    private void refresh() {
        Optional<Mask> mask =
                editor.selectedLayer().flatMap(layer -> layer.props().mask());
        mask.ifPresent(shown -> {
            enabled.setSelected(shown.enabled());
            density.show(Opacity.percent(shown.density()));
        });
    }
}
