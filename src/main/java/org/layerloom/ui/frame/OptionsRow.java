package org.layerloom.ui.frame;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.paint.ToolOptions;

/// The row below the menus: the tool in hand, where the selected box or layer lies, what the canvas shows, undo,
/// redo.
public final class OptionsRow extends HBox {
    /// @param tool what can be set of a painting tool; where there is anything, it takes the place of the fields
    public OptionsRow(Editor editor, ViewState view, Actions actions, ToolOptions tool) {
        getStyleClass().add("options-row");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        PlaceFields place = new PlaceFields(editor, actions);
        place.visibleProperty().bind(tool.visibleProperty().not());
        place.managedProperty().bind(place.visibleProperty());
        getChildren().addAll(toolName(view), rule(), tool, place);
        getChildren().addAll(rule(), new ViewToggles(view, actions), gap, new ViewSwitch(view), rule());
        getChildren().addAll(ActionButtons.icon(actions, "undo"), ActionButtons.icon(actions, "redo"));
    }

    private static Node toolName(ViewState view) {
        FontIcon icon = new FontIcon();
        Label name = new Label();
        name.getStyleClass().add("t-strong");
        HBox box = new HBox(8, icon, name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(58);
        InvalidationListener refresh = change -> {
            icon.setIconLiteral(view.toolProperty().get().icon());
            name.setText(view.toolProperty().get().label());
        };
        view.toolProperty().addListener(refresh);
        refresh.invalidated(null);
        // In a narrow row the icon stands alone: a part of the name would say less.
        name.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> box.getWidth() >= Math.floor(box.prefWidth(-1)),
                        box.widthProperty(),
                        name.textProperty()));
        return box;
    }

    /// Parts two groups.
    static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("vrule");
        return rule;
    }
}
