package org.layerloom.ui.layers;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.layerloom.document.Blending;
import org.layerloom.document.LayerProps;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// How the selected layers meet what is below: blend mode and opacity.
final class BlendRow extends HBox {
    private static final Words WORDS = Words.of(BlendRow.class);
    private static final double PERCENT_WIDTH = 120;

    BlendRow(Editor editor) {
        super(8);
        BlendCombo blend = new BlendCombo(editor);
        HBox.setHgrow(blend, Priority.ALWAYS);
        getChildren().addAll(blend, percent(editor, "opacity", Blending::opacity, Blending::withOpacity));
    }

    /// A field for opacity or fill of all selected layers: dragging shows, release keeps. Where the layers differ it is
    /// empty, and dragging starts at what the layer selected last has.
    ///
    /// @param key of its texts
    static NumberField percent(
            Editor editor, String key, Function<Blending, Integer> get, BiFunction<Blending, Integer, Blending> set) {
        NumberField field = new NumberField(WORDS.text(key), WORDS.text(key + ".spoken"), "%", 0, 100);
        field.setMinWidth(PERCENT_WIDTH);
        field.setMaxWidth(PERCENT_WIDTH);
        SelectedLayers selected = new SelectedLayers(editor);
        Function<LayerProps, Integer> percent = props -> Opacity.percent(get.apply(props.blending()));
        field.setOnPreview(value -> selected.preview(with(set, value)));
        field.setOnCommit(
                value -> selected.commit(WORDS.text(key + ".step", selected.name(), value), with(set, value)));
        Runnable refresh = () -> {
            field.setDisable(selected.isEmpty());
            selected.common(percent)
                    .ifPresentOrElse(
                            field::show,
                            () -> field.showMixed(selected.primary(percent).orElse(100)));
        };
        selected.onChange(refresh);
        refresh.run();
        return field;
    }

    private static UnaryOperator<LayerProps> with(BiFunction<Blending, Integer, Blending> set, int percent) {
        return props -> props.withBlending(set.apply(props.blending(), Opacity.ofPercent(percent)));
    }
}
