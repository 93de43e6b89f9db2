package org.layerloom.ui.canvas;

import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.tools.TransformFrame;
import org.layerloom.words.Words;

/// The numbers of a transform, in the options row: place, size, scale, angle, mirroring, and its two ends.
public final class TransformFields extends HBox {
    private static final double WIDTH = 76;
    private static final int TENTHS = 10;

    private final TransformControl control;
    private final Words words = Words.of(TransformFields.class);
    private final ToggleButton linked = new ToggleButton();
    private final NumberField x = field("X", "x", "", -Document.MAX_SIDE, Document.MAX_SIDE, 1, this::toX);
    private final NumberField y = field("Y", "y", "", -Document.MAX_SIDE, Document.MAX_SIDE, 1, this::toY);
    private final NumberField width = field("W", "width", "", 1, Document.MAX_SIDE, 1, this::toWidth);
    private final NumberField height = field("H", "height", "", 1, Document.MAX_SIDE, 1, this::toHeight);
    private final NumberField percent = field("", "scale", "%", 1, 100_000, TENTHS, this::toPercent);
    private final NumberField angle = field("\u2220", "angle", "\u00b0", -3_600, 3_600, TENTHS, this::toAngle);

    public TransformFields(TransformControl control) {
        super(4);
        this.control = control;
        setId("transform-options");
        setAlignment(Pos.CENTER_LEFT);
        linked.setGraphic(new FontIcon("mdi2l-link-variant"));
        linked.getStyleClass().setAll("ibtn");
        linked.setSelected(true);
        linked.setAccessibleText(words.text("transform.linked"));
        linked.setTooltip(new Tooltip(words.text("transform.linked")));
        getChildren().addAll(x, y, width, linked, height, percent, angle);
        getChildren().addAll(flip(true), flip(false), rule());
        getChildren().addAll(ends("transform", control));
        control.frameProperty().subscribe(this::show);
    }

    private NumberField field(
            String prefix,
            String name,
            String unit,
            int min,
            int max,
            int parts,
            BiFunction<TransformFrame, Double, TransformFrame> edit) {
        NumberField field =
                new NumberField(prefix, Words.of(TransformFields.class).text("field." + name), unit, min, max, parts);
        field.setId("transform-" + name);
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setOnPreview(value -> edit(edit, value / (double) parts));
        field.setOnCommit(value -> edit(edit, value / (double) parts));
        return field;
    }

    private void edit(BiFunction<TransformFrame, Double, TransformFrame> edit, double value) {
        control.edit(frame -> edit.apply(frame, value));
    }

    private TransformFrame toX(TransformFrame frame, double x) {
        return frame.movedTo(frame.cx() + x - Math.round(frame.x()), frame.cy());
    }

    private TransformFrame toY(TransformFrame frame, double y) {
        return frame.movedTo(frame.cx(), frame.cy() + y - Math.round(frame.y()));
    }

    private TransformFrame toWidth(TransformFrame frame, double width) {
        return frame.withWidth(width, linked.isSelected());
    }

    private TransformFrame toHeight(TransformFrame frame, double height) {
        return frame.withHeight(height, linked.isSelected());
    }

    private TransformFrame toPercent(TransformFrame frame, double percent) {
        return frame.scaledTo(percent / 100);
    }

    private TransformFrame toAngle(TransformFrame frame, double degrees) {
        return frame.withDegrees(degrees);
    }

    private void show(TransformFrame frame) {
        if (frame != null) {
            x.show((int) Math.round(frame.x()));
            y.show((int) Math.round(frame.y()));
            width.show((int) Math.round(frame.width()));
            height.show((int) Math.round(frame.height()));
            percent.show((int) Math.round(Math.abs(frame.sx()) * 100 * TENTHS));
            angle.show((int) Math.round(frame.degrees() * TENTHS));
        }
    }

    private IconButton flip(boolean horizontal) {
        IconButton button = new IconButton(
                horizontal ? "mdi2f-flip-horizontal" : "mdi2f-flip-vertical",
                words.text(horizontal ? "transform.flip-horizontal" : "transform.flip-vertical"));
        button.setId(horizontal ? "transform-flip-horizontal" : "transform-flip-vertical");
        button.setOnAction(event -> control.edit(frame -> frame.flipped(horizontal)));
        return button;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("vrule");
        return rule;
    }

    /// The buttons that apply a frame and take it away.
    static Node[] ends(String id, Framer framer) {
        Words words = Words.of(TransformFields.class);
        IconButton cancel = new IconButton("mdi2c-close", words.text("frame.cancel"), "Esc");
        cancel.setId(id + "-cancel");
        cancel.setOnAction(event -> framer.abandon());
        IconButton apply = new IconButton("mdi2c-check", words.text("frame.apply"), "\u21b5");
        apply.setId(id + "-apply");
        apply.setOnAction(event -> framer.apply());
        return new Node[] {cancel, apply};
    }
}
