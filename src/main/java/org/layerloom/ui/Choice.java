package org.layerloom.ui;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A combo box of a few values, each told by a text of its own.
public final class Choice {
    private Choice() {}

    /// @param width px
    /// @param text what a value is called
    public static <T> ComboBox<T> of(List<T> values, double width, Function<T, String> text) {
        ComboBox<T> combo = new ComboBox<>();
        combo.getItems().setAll(values);
        combo.getStyleClass().add("combo");
        combo.setPrefWidth(width);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String called) {
                return values.stream()
                        .filter(value -> text.apply(value).equals(called))
                        .findFirst()
                        .orElse(null);
            }
        });
        return combo;
    }
}
