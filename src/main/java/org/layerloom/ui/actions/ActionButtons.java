package org.layerloom.ui.actions;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;

/// Makes buttons out of the list of actions: icon, name for screen readers, tooltip with the key that it is on now.
public final class ActionButtons {
    private ActionButtons() {}

    /// A button that is only the action's icon; its id is the action's name.
    public static IconButton icon(Actions actions, String name) {
        Action action = actions.get(name);
        IconButton button = new IconButton(action.icon().orElseThrow(), action.label(), keys(action));
        button.setId(name);
        actions.keysProperty().addListener(change -> button.describe(action.label(), keys(actions.get(name))));
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.perform());
        return button;
    }

    /// A button with the action's icon that shows whether something is on, and switches it.
    public static ToggleButton toggle(Actions actions, String name, Property<Boolean> on) {
        Action action = actions.get(name);
        ToggleButton button = new ToggleButton();
        button.setId(name);
        button.setGraphic(new FontIcon(action.icon().orElseThrow()));
        button.getStyleClass().setAll("ibtn");
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(tip(action)));
        actions.keysProperty().addListener(change -> button.setTooltip(new Tooltip(tip(actions.get(name)))));
        button.selectedProperty().bindBidirectional(on);
        return button;
    }

    private static String tip(Action action) {
        String keys = keys(action);
        return keys.isEmpty() ? action.label() : action.label() + "   " + keys;
    }

    private static String keys(Action action) {
        List<String> caps = Actions.caps(action);
        return String.join("+", caps);
    }
}
