package org.layerloom.ui.frame;

import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
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
            getChildren().add(toggle(actions.get(name), shown.get(name)));
        }
    }

    private static ToggleButton toggle(Action action, BooleanProperty shown) {
        ToggleButton button = new ToggleButton();
        button.setId("toggle-" + action.name());
        button.setGraphic(new FontIcon(action.icon().orElseThrow()));
        button.getStyleClass().setAll("ibtn");
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(action.label() + "   " + String.join("+", Actions.caps(action))));
        button.selectedProperty().bindBidirectional(shown);
        return button;
    }
}
