package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Blending;
import org.layerloom.document.Locks;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Words;

/// What of the selected layers is kept from change, and how strongly their own pixels count.
final class LockRow extends HBox {
    private static final Words WORDS = Words.of(LockRow.class);
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private final SelectedLayers selected;
    private final List<Runnable> refreshes = new ArrayList<>();

    LockRow(Editor editor) {
        super(4);
        selected = new SelectedLayers(editor);
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label(WORDS.text("lock"));
        caption.getStyleClass().add("flabel");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        caption,
                        lock("transparency", "mdi2c-checkerboard", Locks::transparency, Locks::withTransparency),
                        lock("pixels", "mdi2b-brush", Locks::pixels, Locks::withPixels),
                        lock("position", "mdi2a-arrow-all", Locks::position, Locks::withPosition),
                        lock("all", "mdi2l-lock-outline", Locks.ALL::equals, (locks, on) -> on ? Locks.ALL : Locks.NONE),
                        space,
                        BlendRow.percent(editor, "fill", Blending::fill, Blending::withFill));
        selected.onChange(this::refresh);
        refresh();
    }

    /// A switch that is on where all selected layers have the lock, and gives it to all or takes it from all.
    private ToggleButton lock(
            String name, String icon, Predicate<Locks> has, BiFunction<Locks, Boolean, Locks> with) {
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.setId("lock-" + name);
        button.getStyleClass().setAll("ibtn", "i16");
        String label = WORDS.text("lock." + name);
        button.setAccessibleText(label);
        Tooltip tooltip = new Tooltip(label);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
        button.setOnAction(event -> {
            boolean on = button.isSelected();
            selected.commit(
                    WORDS.text(on ? "lock.step" : "unlock.step", selected.name()),
                    props -> props.withLocks(with.apply(props.locks(), on)));
        });
        refreshes.add(() -> {
            button.setDisable(selected.isEmpty());
            button.setSelected(allHave(has));
        });
        return button;
    }

    private boolean allHave(Predicate<Locks> has) {
        return !selected.isEmpty()
                && selected.all().stream().allMatch(layer -> has.test(layer.props().locks()));
    }

    private void refresh() {
        refreshes.forEach(Runnable::run);
    }
}
