package org.layerloom.ui.frame;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.edit.Pages.Anchor;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.canvas.GridSheet;
import org.layerloom.ui.preferences.LengthField;
import org.layerloom.ui.preferences.LengthUnit;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.preferences.UnitCombo;
import org.layerloom.words.Words;

/// Asks for another size of the page, or of the whole picture with all its layers. Sizes are told in the unit of
/// lengths or as a part
/// of what they were; a page also asks where the old one comes to lie.
public final class PageSizeSheet extends VBox {
    public static final double WIDTH = 440;
    private static final int TENTHS = 10;
    /// Of each anchor, the arrow from the middle to it.
    private static final String[] ARROWS = {
        "mdi2a-arrow-top-left", "mdi2a-arrow-up", "mdi2a-arrow-top-right",
        "mdi2a-arrow-left", "mdi2c-circle-medium", "mdi2a-arrow-right",
        "mdi2a-arrow-bottom-left", "mdi2a-arrow-down", "mdi2a-arrow-bottom-right"
    };

    /// Takes what was chosen.
    public interface Taker {
        /// @param anchor where the old page lies on the new one
        void resize(int width, int height, Anchor anchor);
    }

    /// Height of a line of small text, px.
    private static final int LINE = 16;
    /// Of the text beside the button, px: two lines.
    private static final int LIMIT_WIDTH = 190;

    private final Words words = Words.of(GridSheet.class);
    private final Document document;
    private final boolean scales;
    private final Preferences preferences;
    private final GridPane sides = new GridPane(8, 8);
    private final Label limit = small("");
    private LengthField width;
    private LengthField height;
    private final NumberField widthPart;
    private final NumberField heightPart;
    private final CheckBox linked = new CheckBox();
    private Anchor anchor = Anchor.CENTER;
    private int wide;
    private int high;

    /// @param scales whether all layers are scaled along; else the page alone grows or shrinks
    public PageSizeSheet(Document document, boolean scales, Preferences preferences, Taker taker) {
        super(16);
        this.document = document;
        this.scales = scales;
        this.preferences = preferences;
        wide = document.width();
        high = document.height();
        setId(scales ? "image-size" : "page-size");
        getStyleClass().add("sheet-body");
        widthPart = part("width.part");
        heightPart = part("height.part");
        widthPart.setOnCommit(value -> width(Math.round(value * document.width() / 1000.0)));
        heightPart.setOnCommit(value -> height(Math.round(value * document.height() / 1000.0)));
        linked.setText(words.text("size.linked"));
        linked.setId("size-linked");
        linked.setSelected(scales);
        HBox body = new HBox(32, new VBox(12, sides, UnitCombo.row(preferences, this::measure), linked));
        if (!scales) {
            VBox place = new VBox(8, small(words.text("size.anchor")), anchors());
            place.setMinWidth(USE_PREF_SIZE);
            body.getChildren().add(place);
        }
        getChildren().addAll(body, foot(taker));
        measure();
    }

    private double ratio() {
        return (double) document.height() / document.width();
    }

    /// Fields in the unit as it is now.
    private void measure() {
        width = side("W", "width", this::width);
        height = side("H", "height", this::height);
        sides.getChildren().clear();
        sides.addRow(0, width, widthPart);
        sides.addRow(1, height, heightPart);
        show();
    }

    private LengthField side(String prefix, String name, IntConsumer take) {
        LengthField field = new LengthField(prefix, words.text("field." + name), preferences, 1, Document.MAX_SIDE);
        field.setId("size-" + name);
        field.setPrefWidth(128);
        field.setOnCommit(take);
        return field;
    }

    private NumberField part(String name) {
        NumberField field = new NumberField("", words.text("field." + name), "%", 1, 100_000, TENTHS);
        field.setId("size-" + name.replace('.', '-'));
        field.setPrefWidth(112);
        return field;
    }

    private void width(long value) {
        change(value, Math.round(value * ratio()), true);
    }

    private void height(long value) {
        change(Math.round(value / ratio()), value, false);
    }

    /// Takes both sides where they are linked, else only the one that was typed.
    private void change(long nextWide, long nextHigh, boolean typedWidth) {
        if (linked.isSelected()) {
            wide = (int) Math.clamp(nextWide, 1, Document.MAX_SIDE);
            high = (int) Math.clamp(nextHigh, 1, Document.maxSide(wide));
        } else if (typedWidth) {
            wide = (int) Math.clamp(nextWide, 1, Document.maxSide(high));
        } else {
            high = (int) Math.clamp(nextHigh, 1, Document.maxSide(wide));
        }
        show();
    }

    private void show() {
        boolean pixels = preferences.get(ProgramSettings.UNIT) == LengthUnit.PIXELS;
        limit.setText(
                pixels
                        ? words.text("size.limit", Document.MAX_SIDE, Document.MAX_PIXELS / 1_000_000)
                        : words.text("size.pixels", wide, high));
        width.show(wide);
        height.show(high);
        widthPart.show((int) Math.max(1, Math.round(1000.0 * wide / document.width())));
        heightPart.show((int) Math.max(1, Math.round(1000.0 * high / document.height())));
    }

    private GridPane anchors() {
        GridPane grid = new GridPane(2, 2);
        ToggleGroup group = new ToggleGroup();
        for (Anchor each : Anchor.values()) {
            ToggleButton button = new ToggleButton();
            button.setGraphic(new FontIcon(ARROWS[each.ordinal()]));
            button.getStyleClass().setAll("ibtn", "i16");
            button.setId("anchor-" + each.name().toLowerCase(Locale.ROOT));
            button.setAccessibleText(words.text("anchor." + each.name().toLowerCase(Locale.ROOT)));
            button.setToggleGroup(group);
            button.setSelected(each == anchor);
            button.setOnAction(event -> {
                button.setSelected(true);
                anchor = each;
            });
            grid.add(button, each.ordinal() % 3, each.ordinal() / 3);
        }
        return grid;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("t-small", "subtle");
        return label;
    }

    private HBox foot(Taker taker) {
        Button done = new Button(words.text(scales ? "size.scale" : "size.resize"));
        done.setId("size-apply");
        done.getStyleClass().setAll("btn", "primary");
        done.setOnAction(event -> taker.resize(wide, high, anchor));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // A field takes what was typed when it loses the focus.
                done.requestFocus();
                done.fire();
                event.consume();
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        done.setMinWidth(USE_PREF_SIZE);
        limit.setWrapText(true);
        limit.setMinHeight(2 * LINE);
        limit.setPrefWidth(LIMIT_WIDTH);
        HBox foot = new HBox(8, limit, gap, done);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
