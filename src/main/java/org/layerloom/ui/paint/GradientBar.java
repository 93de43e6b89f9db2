package org.layerloom.ui.paint;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.layerloom.document.Document;
import org.layerloom.document.Fill.Stop;
import org.layerloom.edit.paint.Stops;
import org.layerloom.ui.Flyout;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.color.ColorPicker;
import org.layerloom.ui.color.Colors;
import org.layerloom.ui.color.Hex;
import org.layerloom.words.Words;

/// A gradient's colours in a bar with its stops below. A click on the bar adds a stop; a stop is dragged, opened by a
/// click to change its colour and opacity, and taken out with Delete or by dragging it away.
final class GradientBar extends Pane {
    private static final double HEIGHT = 28;
    private static final double BAR = 14;
    private static final double STOP = 12;
    /// How far below the bar a stop is let go to be taken out, px.
    private static final double AWAY = 24;

    private final Words words = Words.of(GradientBar.class);
    private final double width;
    private final Region bar = new Region();
    private final Flyout flyout = new Flyout();
    private final ColorPicker picker;
    private final NumberField opacity;
    private Consumer<List<Stop>> onPreview = stops -> {};
    private Consumer<List<Stop>> onCommit = stops -> {};
    private List<Stop> shown = List.of();
    private int open;
    private boolean dragged;

    GradientBar(double width, Colors colors, Supplier<Document> document) {
        this.width = width;
        setId("gradient-bar");
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        bar.getStyleClass().add("gradient-bar");
        bar.resizeRelocate(STOP / 2, 0, width - STOP, BAR);
        bar.setManaged(false);
        bar.setOnMousePressed(event -> keep(Stops.add(shown, place(event.getX() + STOP / 2))));
        picker = new ColorPicker(colors, document);
        picker.setOnPreview(argb -> preview(Stops.recolor(shown, open, alpha() << 24 | argb & 0xffffff)));
        picker.setOnCommit(argb -> keep(Stops.recolor(shown, open, alpha() << 24 | argb & 0xffffff)));
        opacity = new NumberField(words.text("opacity"), words.text("stop-opacity"), "%", 0, 100);
        opacity.setOnPreview(value -> preview(faded(value)));
        opacity.setOnCommit(value -> keep(faded(value)));
        flyout.setContent(picker, opacity);
    }

    void setOnPreview(Consumer<List<Stop>> onPreview) {
        this.onPreview = onPreview;
    }

    void setOnCommit(Consumer<List<Stop>> onCommit) {
        this.onCommit = onCommit;
    }

    /// Shows colours without calling anybody.
    void show(List<Stop> stops) {
        boolean same = stops.size() == shown.size() && getChildren().size() == stops.size() + 1;
        shown = List.copyOf(stops);
        if (!same) {
            getChildren().setAll(bar);
            for (int i = 0; i < stops.size(); i++) {
                getChildren().add(stop(i));
            }
        }
        String colors = stops.stream()
                .map(stop -> rgba(stop.argb()) + String.format(Locale.ROOT, " %.2f%%", stop.at() * 100))
                .collect(Collectors.joining(", "));
        bar.setStyle("-fx-background-color: -color-border-default, -loom-checker-a, linear-gradient(to right, " + colors
                + ");");
        for (int i = 0; i < stops.size(); i++) {
            Button handle = (Button) getChildren().get(i + 1);
            handle.relocate(Math.round(stops.get(i).at() * (width - STOP)), BAR + 2);
            handle.setStyle("-fx-background-color: -color-fg-muted, -color-bg-default, "
                    + Hex.of(stops.get(i).argb()) + ";");
            handle.setAccessibleText(words.text(
                    "stop", Hex.of(stops.get(i).argb()), Math.round(stops.get(i).at() * 100)));
        }
    }

    private static String rgba(int argb) {
        return String.format(
                Locale.ROOT,
                "rgba(%d, %d, %d, %.3f)",
                argb >> 16 & 255,
                argb >> 8 & 255,
                argb & 255,
                (argb >>> 24) / 255.0);
    }

    private Button stop(int index) {
        Button handle = new Button();
        handle.getStyleClass().setAll("gradient-stop");
        handle.setId("gradient-stop-" + index);
        handle.setOnMousePressed(event -> dragged = false);
        handle.setOnMouseDragged(event -> drag(index, event));
        handle.setOnMouseReleased(event -> release(handle, index, event));
        handle.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                keep(Stops.remove(shown, index));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                edit(handle, index);
                event.consume();
            }
        });
        return handle;
    }

    private void drag(int index, MouseEvent event) {
        dragged = dragged || !event.isStillSincePress();
        if (dragged) {
            double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            preview(Stops.move(shown, index, place(x)));
        }
    }

    private void release(Button handle, int index, MouseEvent event) {
        if (!dragged) {
            edit(handle, index);
            return;
        }
        boolean away = sceneToLocal(event.getSceneX(), event.getSceneY()).getY() > HEIGHT + AWAY;
        keep(away ? Stops.remove(shown, index) : shown);
    }

    private void edit(Button handle, int index) {
        open = index;
        picker.show(shown.get(index).argb());
        opacity.show((int) Math.round(alpha() / 2.55));
        flyout.toggle(handle, Side.BOTTOM);
    }

    private int alpha() {
        return shown.get(open).argb() >>> 24;
    }

    private List<Stop> faded(int percent) {
        return Stops.recolor(
                shown,
                open,
                (int) Math.round(percent * 2.55) << 24 | shown.get(open).argb() & 0xffffff);
    }

    private double place(double x) {
        return Math.clamp((x - STOP / 2) / (width - STOP), 0, 1);
    }

    private void preview(List<Stop> stops) {
        show(stops);
        onPreview.accept(stops);
    }

    private void keep(List<Stop> stops) {
        show(stops);
        onCommit.accept(stops);
    }
}
