package org.layerloom.ui;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A whole number with a grey prefix and unit: typed as a number or a sum, scrubbed on the prefix (1 px = 1, Shift
/// 10, Alt a tenth), turned by the wheel or the arrow keys while it has the focus. Esc brings the old value back.
public final class NumberField extends HBox {
    private final int min;
    private final int max;
    private final TextField text = new TextField();
    private final int parts;
    private IntConsumer onPreview = value -> {};
    private IntConsumer onCommit = value -> {};
    /// Null where the field may not be empty.
    private Runnable onClear;
    /// The value that the owner last showed; empty where there is none to show.
    private OptionalInt shown = OptionalInt.empty();
    /// Where dragging starts while no value is shown; empty where there is nothing to drag.
    private OptionalInt mixed = OptionalInt.empty();
    private double scrubX;
    private double scrubbed;
    private boolean scrubbing;

    /// @param name what a screen reader says
    /// @param unit shown behind the number; blank = none
    public NumberField(String prefix, String name, String unit, int min, int max) {
        this(prefix, name, unit, min, max, 1);
    }

    /// @param parts how many parts make 1: 10 for tenths; `min` and `max` count them too
    public NumberField(String prefix, String name, String unit, int min, int max, int parts) {
        this.min = min;
        this.max = max;
        this.parts = parts;
        getStyleClass().add("num");
        Label front = new Label(prefix);
        front.getStyleClass().add("prefix");
        front.setMinWidth(USE_PREF_SIZE);
        front.setCursor(Cursor.H_RESIZE);
        front.setLabelFor(text);
        text.setAccessibleText(name);
        text.setPrefColumnCount(3);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(front, text);
        if (!unit.isBlank()) {
            Label behind = new Label(unit);
            behind.getStyleClass().add("unit");
            behind.setMinWidth(USE_PREF_SIZE);
            getChildren().add(behind);
        }
        listen(front);
    }

    private void listen(Label front) {
        front.setOnMousePressed(this::startScrub);
        front.setOnMouseDragged(this::scrub);
        front.setOnMouseReleased(event -> endScrub());
        text.setOnAction(event -> accept());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        text.focusedProperty().addListener((o, before, focused) -> {
            if (focused) {
                // After the press that gave the focus, which would set the caret.
                Platform.runLater(text::selectAll);
            } else {
                accept();
            }
        });
    }

    /// What is called while the value is being dragged, before `onCommit`.
    public void setOnPreview(IntConsumer onPreview) {
        this.onPreview = onPreview;
    }

    /// What is called when a value is kept.
    public void setOnCommit(IntConsumer onCommit) {
        this.onCommit = onCommit;
    }

    /// Lets the field be empty.
    ///
    /// @param placeholder what stands in the empty field
    /// @param onClear called when it is emptied
    public void allowEmpty(String placeholder, Runnable onClear) {
        text.setPromptText(placeholder);
        this.onClear = onClear;
    }

    /// Shows a value without calling anybody. What is being typed stays.
    public void show(int value) {
        boolean same = shown.isPresent() && shown.getAsInt() == value;
        shown = OptionalInt.of(value);
        if (!same || !text.isFocused()) {
            restore();
        }
    }

    /// Shows no value, because there are several; dragging starts at `start`.
    public void showMixed(int start) {
        boolean same = shown.isEmpty() && mixed.equals(OptionalInt.of(start));
        if (!same || !text.isFocused()) {
            showNothing();
        }
        mixed = OptionalInt.of(start);
    }

    /// Shows no value.
    public void showNothing() {
        mixed = OptionalInt.empty();
        shown = OptionalInt.empty();
        restore();
    }

    private void restore() {
        text.setText(shown.isPresent() ? written(shown.getAsInt()) : "");
        complain(false);
    }

    /// Whole values without a decimal point.
    private String written(long value) {
        return value % parts == 0 ? Long.toString(value / parts) : Double.toString((double) value / parts);
    }

    private void accept() {
        if (text.getText().isBlank() && shown.isEmpty()) {
            restore();
            return;
        }
        if (text.getText().isBlank() && onClear != null) {
            showNothing();
            onClear.run();
            return;
        }
        OptionalDouble typed = Arithmetic.value(text.getText());
        double value = typed.orElse(Double.NaN) * parts;
        boolean valid = typed.isPresent() && Math.round(value) >= min && Math.round(value) <= max;
        complain(!valid);
        if (valid) {
            commit((int) Math.round(value));
        }
    }

    private void complain(boolean wrong) {
        getStyleClass().remove("error");
        String sentence = wrong ? "Use " + written(min) + " to " + written(max) + "." : null;
        text.setAccessibleHelp(sentence);
        text.setTooltip(wrong ? new Tooltip(sentence) : null);
        if (wrong) {
            getStyleClass().add("error");
        }
    }

    private void commit(int value) {
        int within = Math.clamp(value, min, max);
        boolean changed = shown.isEmpty() || shown.getAsInt() != within;
        shown = OptionalInt.of(within);
        restore();
        if (changed) {
            onCommit.accept(within);
        }
    }

    private void startScrub(MouseEvent event) {
        scrubX = event.getScreenX();
        scrubbed = start().orElse(0);
    }

    private void scrub(MouseEvent event) {
        if (start().isEmpty()) {
            return;
        }
        double step = event.isShiftDown() ? 10 : event.isAltDown() ? 0.1 : 1;
        scrubbing = true;
        scrubbed = Math.clamp(scrubbed + (event.getScreenX() - scrubX) * step, min, max);
        scrubX = event.getScreenX();
        text.setText(written(Math.round(scrubbed)));
        onPreview.accept((int) Math.round(scrubbed));
    }

    private void endScrub() {
        if (scrubbing) {
            scrubbing = false;
            onCommit.accept((int) Math.round(scrubbed));
        }
    }

    private void key(KeyEvent event) {
        int step = event.isShiftDown() ? 10 : 1;
        if (event.getCode() == KeyCode.ESCAPE) {
            restore();
        } else if (event.getCode() == KeyCode.UP) {
            nudge(step);
        } else if (event.getCode() == KeyCode.DOWN) {
            nudge(-step);
        } else {
            return;
        }
        event.consume();
    }

    private void wheel(ScrollEvent event) {
        if (text.isFocused() && event.getDeltaY() != 0) {
            nudge((event.isShiftDown() ? 10 : 1) * (int) Math.signum(event.getDeltaY()));
            event.consume();
        }
    }

    private void nudge(int by) {
        start().ifPresent(value -> commit(value + by));
    }

    private OptionalInt start() {
        return shown.isPresent() ? shown : mixed;
    }
}
