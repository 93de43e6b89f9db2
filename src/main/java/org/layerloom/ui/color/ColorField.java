package org.layerloom.ui.color;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.layerloom.words.Words;

/// A field of one hue: to the right more saturated, upward brighter. Dragged, or walked with the arrow keys.
final class ColorField extends Pane {
    private static final double WIDTH = 232;
    private static final double HEIGHT = 140;
    private static final double RING = 7;

    private final Words words = Words.of(ColorField.class);
    private final Region hue = layer("color-field-hue");
    private final Circle ring = new Circle(RING);
    private final Circle halo = new Circle(RING + 1.5);
    private final Consumer<Hsb> onPreview;
    private final Consumer<Hsb> onCommit;
    private Hsb shown = new Hsb(0, 0, 0);

    ColorField(Consumer<Hsb> onPreview, Consumer<Hsb> onCommit) {
        this.onPreview = onPreview;
        this.onCommit = onCommit;
        getStyleClass().add("color-field");
        setId("color-field");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        ring.getStyleClass().add("color-ring");
        halo.getStyleClass().add("color-ring-halo");
        getChildren().addAll(hue, layer("color-field-white"), layer("color-field-black"), halo, ring);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> onCommit.accept(shown));
        setOnKeyPressed(this::key);
    }

    private static Region layer(String style) {
        Region layer = new Region();
        layer.getStyleClass().add(style);
        layer.setMouseTransparent(true);
        layer.resize(WIDTH, HEIGHT);
        layer.setManaged(false);
        return layer;
    }

    void show(Hsb color) {
        shown = color;
        hue.setStyle("-fx-background-color: " + Hex.of(new Hsb(color.hue(), 1, 1).argb()) + ";");
        for (Circle circle : new Circle[] {ring, halo}) {
            circle.setCenterX(color.saturation() * WIDTH);
            circle.setCenterY((1 - color.brightness()) * HEIGHT);
        }
        ring.setStyle("-fx-fill: " + Hex.of(color.argb()) + ";");
        setAccessibleText(words.text("field", percent(color.saturation()), percent(color.brightness())));
    }

    private static long percent(double part) {
        return Math.round(part * 100);
    }

    private void drag(MouseEvent event) {
        requestFocus();
        show(shown.at(event.getX() / WIDTH, 1 - event.getY() / HEIGHT));
        onPreview.accept(shown);
        event.consume();
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? 0.1 : 0.01;
        Hsb next = switch (event.getCode()) {
            case LEFT -> shown.at(shown.saturation() - step, shown.brightness());
            case RIGHT -> shown.at(shown.saturation() + step, shown.brightness());
            case UP -> shown.at(shown.saturation(), shown.brightness() + step);
            case DOWN -> shown.at(shown.saturation(), shown.brightness() - step);
            default -> null;
        };
        if (next != null) {
            show(next);
            onCommit.accept(next);
            event.consume();
        }
    }
}
