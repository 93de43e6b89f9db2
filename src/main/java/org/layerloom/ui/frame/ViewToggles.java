package org.layerloom.ui.frame;

import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;

/// The switches for snapping, grid and rulers.
final class ViewToggles extends HBox {
    ViewToggles(ViewState view, Actions actions) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        Map<String, BooleanProperty> shown = Map.of(
                "snap", view.snappingProperty(),
                "grid", view.gridVisibleProperty(),
                "rulers", view.rulersVisibleProperty());
        for (String name : new String[] {"snap", "grid", "rulers"}) {
            ToggleButton button = ActionButtons.toggle(actions, name, shown.get(name));
            button.setId("toggle-" + name);
            getChildren().add(button);
        }
    }
}
