package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Blending;
import org.layerloom.document.Locks;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.words.Words;

/// What of the selected layers is kept from change, and how strongly their own pixels count.
final class LockRow extends HBox {
    private static final Words WORDS = Words.of(LockRow.class);

    private final SelectedLayers selected;
    private final HBox switches = new HBox();
    private final List<Runnable> refreshes = new ArrayList<>();

    LockRow(Editor editor) {
        selected = new SelectedLayers(editor);
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label(WORDS.text("lock"));
        caption.getStyleClass().add("flabel");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(caption, switches, space, BlendRow.percent(editor, "fill", Blending::fill, Blending::withFill));
        selected.onChange(this::refresh);
    }

    /// Puts in the switches, each of which does what its action does.
    void setActions(Actions actions) {
        switches.getChildren()
                .setAll(
                        lock(actions.get("lock-transparency"), "mdi2c-checkerboard", Locks::transparency),
                        lock(actions.get("lock-pixels"), "mdi2b-brush", Locks::pixels),
                        lock(actions.get("lock-position"), "mdi2a-arrow-all", Locks::position),
                        lock(actions.get("lock-all"), "mdi2l-lock-outline", Locks.ALL::equals));
        refresh();
    }

    /// A switch that is on where all selected layers have the lock.
    private IconToggle lock(Action action, String icon, Predicate<Locks> has) {
        IconToggle button = new IconToggle(new FontIcon(icon), action.label(), String.join("+", Actions.caps(action)));
        button.setId(action.name());
        button.getStyleClass().add("i16");
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> {
            action.perform();
            refresh();
        });
        refreshes.add(() -> button.setSelected(!selected.isEmpty()
                && selected.all().stream()
                        .allMatch(layer -> has.test(layer.props().locks()))));
        return button;
    }

    private void refresh() {
        refreshes.forEach(Runnable::run);
    }
}
