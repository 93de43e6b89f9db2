package org.layerloom.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOption;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSettings;
import org.layerloom.codec.export.ExportSettings.Part;
import org.layerloom.document.Document;
import org.layerloom.ui.Choice;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.color.ColorButton;
import org.layerloom.ui.color.Colors;
import org.layerloom.words.Words;

/// The format of one export and what can be chosen about it: only what the format has.
final class ExportForm extends VBox {
    private static final Words WORDS = Words.of(ExportForm.class);
    private static final double FIELD = 248;
    private static final int PER_CENT = 100;
    private static final int WHITE = 0xffffffff;

    private final Supplier<Document> document;
    private final Consumer<ExportOrder> onChange;
    private final Colors colors = new Colors();
    private ExportOrder order;

    /// @param onChange takes the order after each change
    ExportForm(Supplier<Document> document, Consumer<ExportOrder> onChange) {
        super(10);
        this.document = document;
        this.onChange = onChange;
    }

    /// Shows another order, without calling anybody.
    void show(ExportOrder next) {
        order = next;
        getChildren().clear();
        ComboBox<ExportFormat> format = Choice.of(Arrays.asList(ExportFormat.values()), FIELD, ExportFormat::title);
        format.setId("export-format");
        format.setAccessibleText(WORDS.text("format"));
        format.setValue(order.format());
        format.setOnAction(event -> {
            change(new ExportOrder(format.getValue(), order.settings()));
            show(order);
        });
        Label about = new Label(order.format().about());
        about.getStyleClass().addAll("t-small", "muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(format, about);
        add(ExportOption.SCALE, this::size);
        add(ExportOption.PART, this::part);
        add(ExportOption.BACKGROUND, this::background);
        add(ExportOption.QUALITY, this::quality);
        add(ExportOption.LOSSLESS, () -> check("lossless", ExportSettings::lossless, ExportSettings::withLossless));
        add(ExportOption.TRIM, () -> check("trim", ExportSettings::trim, ExportSettings::withTrim));
        add(ExportOption.BAKED, this::baked);
        add(
                ExportOption.EDITABLE_TEXT,
                () -> check("text", ExportSettings::editableText, ExportSettings::withEditableText));
        add(ExportOption.METADATA, () -> check("metadata", ExportSettings::metadata, ExportSettings::withMetadata));
        if (!order.format().isSet()) {
            getChildren().add(text("file", ExportSettings::fileName, ExportSettings::withFileName));
        }
        add(ExportOption.LAYER_NAMES, () -> text("layers", ExportSettings::layerNames, ExportSettings::withLayerNames));
    }

    private void add(ExportOption option, Supplier<Node> field) {
        if (order.format().has(option)) {
            getChildren().add(field.get());
        }
    }

    private void change(ExportOrder next) {
        order = next;
        onChange.accept(next);
    }

    private void change(ExportSettings settings) {
        change(order.with(settings));
    }

    private static HBox row(String key, Node field) {
        Label label = new Label(WORDS.text(key));
        label.getStyleClass().add("flabel");
        label.setMinWidth(84);
        HBox row = new HBox(8, label, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node size() {
        int least = (int) (ExportSettings.MIN_SCALE * PER_CENT);
        int most = (int) (ExportSettings.MAX_SCALE * PER_CENT);
        NumberField field = new NumberField("", WORDS.text("size"), "%", least, most);
        field.setId("export-scale");
        field.setPrefWidth(156);
        field.show((int) Math.round(order.settings().scale() * PER_CENT));
        field.setOnCommit(value -> change(order.settings().withScale(value / (double) PER_CENT)));
        return row("size", field);
    }

    private Node part() {
        ComboBox<Part> part = Choice.of(
                List.of(Part.values()),
                156,
                each -> WORDS.text("part." + each.name().toLowerCase(Locale.ROOT)));
        part.setId("export-part");
        part.setAccessibleText(WORDS.text("part"));
        part.setValue(order.settings().part());
        part.setOnAction(event -> change(order.settings().withPart(part.getValue())));
        return row("part", part);
    }

    private Node background() {
        int colour = order.settings().background();
        CheckBox under = new CheckBox(WORDS.text("background"));
        under.setId("export-background");
        under.setSelected(colour >>> 24 != 0);
        ColorButton button = new ColorButton(WORDS.text("background.colour"), Side.RIGHT, colors, document);
        button.show(colour >>> 24 != 0 ? colour : WHITE);
        button.setOnCommit(argb -> {
            under.setSelected(true);
            change(order.settings().withBackground(argb | 0xff000000));
        });
        under.setOnAction(event -> {
            button.show(WHITE);
            change(order.settings().withBackground(under.isSelected() ? WHITE : 0));
        });
        HBox row = new HBox(8, under, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node quality() {
        NumberField field = new NumberField("", WORDS.text("quality"), "%", 1, PER_CENT);
        field.setId("export-quality");
        field.setPrefWidth(156);
        field.show(order.settings().quality());
        field.setOnCommit(value -> change(order.settings().withQuality(value)));
        return row("quality", field);
    }

    private Node baked() {
        return check(
                "baked",
                settings -> settings.baked().containsAll(ExportMemory.FOR_OTHERS),
                (settings, on) -> settings.withBaked(on ? ExportMemory.FOR_OTHERS : Set.of()));
    }

    private Node check(
            String key,
            Function<ExportSettings, Boolean> now,
            BiFunction<ExportSettings, Boolean, ExportSettings> with) {
        CheckBox box = new CheckBox(WORDS.text(key));
        box.setId("export-" + key);
        box.setSelected(now.apply(order.settings()));
        box.setOnAction(event -> change(with.apply(order.settings(), box.isSelected())));
        return box;
    }

    private Node text(
            String key, Function<ExportSettings, String> now, BiFunction<ExportSettings, String, ExportSettings> with) {
        TextField field = new TextField(now.apply(order.settings()));
        field.setId("export-" + key);
        field.getStyleClass().add("loom-text");
        field.setPrefWidth(156);
        field.setAccessibleText(WORDS.text("names." + key));
        field.textProperty().addListener((o, before, typed) -> change(with.apply(order.settings(), typed)));
        return row("names." + key, field);
    }
}
