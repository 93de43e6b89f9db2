package org.layerloom.ui.paint;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.layerloom.edit.paint.Brush;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// Size, hardness, opacity and flow of a tip, in the options row.
final class BrushOptions extends HBox {
    private final Words words = Words.of(BrushOptions.class);
    private final ObjectProperty<Brush> tip;

    BrushOptions(ObjectProperty<Brush> tip, String name) {
        super(8);
        this.tip = tip;
        setId(name + "-options");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(List.of(
                        field(name, "size", "px", 1, (int) Brush.MAX_SIZE, 1, Brush::size, Brush::withSize),
                        field(name, "hardness", "%", 0, 100, 100, Brush::hardness, Brush::withHardness),
                        field(name, "opacity", "%", 1, 100, 100, Brush::opacity, Brush::withOpacity),
                        field(name, "flow", "%", 1, 100, 100, Brush::flow, Brush::withFlow)));
    }

    private NumberField field(
            String name,
            String part,
            String unit,
            int min,
            int max,
            double scale,
            ToDoubleFunction<Brush> get,
            BiFunction<Brush, Double, Brush> with) {
        NumberField field = new NumberField(words.text(part), words.text(name + "-" + part), unit, min, max);
        field.setId(name + "-" + part);
        field.setMinWidth(USE_PREF_SIZE);
        field.setOnPreview(value -> tip.set(with.apply(tip.get(), value / scale)));
        field.setOnCommit(value -> tip.set(with.apply(tip.get(), value / scale)));
        tip.subscribe(brush -> field.show((int) Math.round(get.applyAsDouble(brush) * scale)));
        return field;
    }
}
