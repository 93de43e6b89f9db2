package org.layerloom.ui.color;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.layerloom.document.Document;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// Chooses a colour: a field and a hue, numbers, the colours used last and those of the design.
public final class ColorPicker extends VBox {
    private static final double ROW = 232;

    private final Words words = Words.of(ColorPicker.class);
    private final Colors colors;
    private final Supplier<Document> document;
    private final ColorField field = new ColorField(this::preview, this::commit);
    private final Slider hue = new Slider(0, 360, 0);
    private final TextField hex = new TextField();
    private final List<NumberField> channels;
    private final VBox known = new VBox(4);
    private IntConsumer onPreview = argb -> {};
    private IntConsumer onCommit = argb -> {};
    /// Keeps the hue where the colour is a grey and has none.
    private Hsb shown = new Hsb(0, 0, 0);
    private boolean showing;

    /// @param document where the design's own colours are looked up
    public ColorPicker(Colors colors, Supplier<Document> document) {
        super(8);
        this.colors = colors;
        this.document = document;
        getStyleClass().add("color-picker");
        channels = List.of(channel("R", "red", 16), channel("G", "green", 8), channel("B", "blue", 0));
        hue.getStyleClass().add("hue-slider");
        hue.setId("color-hue");
        hue.setAccessibleText(words.text("hue"));
        hue.setMaxWidth(ROW);
        hue.valueProperty().addListener((o, before, now) -> {
            if (!showing) {
                preview(shown.withHue(now.doubleValue()));
            }
        });
        hue.setOnMouseReleased(event -> commit(shown));
        hue.setOnKeyReleased(event -> commit(shown));
        HBox numbers = new HBox(4, hexField());
        numbers.getChildren().addAll(channels);
        numbers.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, hue, numbers, known);
    }

    /// What is called while a colour is being looked for.
    public void setOnPreview(IntConsumer onPreview) {
        this.onPreview = onPreview;
    }

    /// What is called with the colour that is kept.
    public void setOnCommit(IntConsumer onCommit) {
        this.onCommit = onCommit;
    }

    /// Shows a colour without calling anybody, and the known colours as they are now.
    public void show(int argb) {
        showColor(argb);
        known.getChildren().clear();
        addKnown("recent", colors.recentProperty().get());
        addKnown("document", DocumentColors.of(document.get()));
    }

    private void showColor(int argb) {
        Hsb color = Hsb.of(argb);
        show(color.saturation() == 0 || color.brightness() == 0 ? color.withHue(shown.hue()) : color);
    }

    private void show(Hsb color) {
        showing = true;
        shown = color;
        int argb = color.argb();
        field.show(color);
        hue.setValue(color.hue());
        hex.setText(Hex.of(argb));
        hex.getStyleClass().remove("error");
        for (int i = 0; i < 3; i++) {
            channels.get(i).show(argb >> 16 - 8 * i & 255);
        }
        showing = false;
    }

    private void preview(Hsb color) {
        show(color);
        onPreview.accept(color.argb());
    }

    private void commit(Hsb color) {
        show(color);
        colors.remember(color.argb());
        onCommit.accept(color.argb());
    }

    private void commit(int argb) {
        showColor(argb);
        colors.remember(argb);
        onCommit.accept(argb | 0xff000000);
    }

    private Node hexField() {
        hex.getStyleClass().add("hex");
        hex.setId("color-hex");
        hex.setAccessibleText(words.text("hex"));
        hex.setPrefWidth(74);
        hex.setMinWidth(74);
        hex.setOnAction(event -> acceptHex());
        hex.focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                acceptHex();
            }
        });
        return hex;
    }

    private void acceptHex() {
        if (hex.getText().equals(Hex.of(shown.argb()))) {
            return;
        }
        Hex.parse(hex.getText())
                .ifPresentOrElse(this::commit, () -> hex.getStyleClass().add("error"));
    }

    private NumberField channel(String prefix, String key, int shift) {
        NumberField number = new NumberField(prefix, words.text(key), "", 0, 255);
        number.setId("color-" + key);
        number.setPrefWidth(48);
        number.setMinWidth(48);
        IntFunction<Integer> with = value -> shown.argb() & ~(255 << shift) | value << shift;
        number.setOnPreview(value -> {
            showColor(with.apply(value));
            onPreview.accept(shown.argb());
        });
        number.setOnCommit(value -> commit(with.apply(value)));
        return number;
    }

    private void addKnown(String key, List<Integer> these) {
        if (these.isEmpty()) {
            return;
        }
        Label caption = new Label(words.text(key));
        caption.getStyleClass().add("flabel");
        FlowPane row = new FlowPane(4, 4);
        row.setPrefWrapLength(ROW);
        these.forEach(argb -> row.getChildren().add(known(argb)));
        known.getChildren().addAll(caption, row);
    }

    private Button known(int argb) {
        Button button = new Button();
        button.getStyleClass().setAll("known-color");
        button.setStyle("-fx-background-color: -loom-field-border, " + Hex.of(argb) + ";");
        button.setAccessibleText(Hex.of(argb));
        button.setTooltip(new Tooltip(Hex.of(argb)));
        button.setOnAction(event -> commit(argb));
        return button;
    }
}
