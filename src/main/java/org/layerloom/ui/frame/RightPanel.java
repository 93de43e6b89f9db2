package org.layerloom.ui.frame;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The right panel: its tabs, and the one that is open.
public final class RightPanel extends VBox {
    public RightPanel(Node layers, Node history) {
        getStyleClass().add("side");
        setId("side");
        StackPane body = new StackPane(layers, history);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox(tab("Layers", layers, group), tab("History", history, group));
        tabs.getStyleClass().add("panel-tabs");
        group.getToggles().getFirst().setSelected(true);
        getChildren().addAll(tabs, body);
    }

    private static ToggleButton tab(String title, Node content, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(title);
        tab.setId("tab-" + title.toLowerCase(Locale.ROOT));
        tab.getStyleClass().setAll("ptab");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.setOnAction(event -> tab.setSelected(true));
        content.visibleProperty().bind(tab.selectedProperty());
        content.managedProperty().bind(tab.selectedProperty());
        return tab;
    }
}
