package org.layerloom.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// The right panel: its tabs, and the one that is open.
public final class RightPanel extends VBox {
    private final HBox tabs = new HBox();

    public RightPanel(Node layers, Node history) {
        getStyleClass().add("side");
        setId("side");
        StackPane body = new StackPane(layers, history);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        ToggleGroup group = new ToggleGroup();
        tabs.getChildren().addAll(tab("layers", layers, group), tab("history", history, group));
        tabs.getStyleClass().add("panel-tabs");
        group.getToggles().getFirst().setSelected(true);
        getChildren().addAll(tabs, body);
    }

    /// Puts buttons at the right end of the tabs, which are there while `content` is.
    public void addTools(Node content, Node... tools) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(tools);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.visibleProperty().bind(content.visibleProperty());
        tabs.getChildren().addAll(space, buttons);
    }

    private static ToggleButton tab(String name, Node content, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(Words.of(RightPanel.class).text("tab." + name));
        tab.setId("tab-" + name);
        tab.getStyleClass().setAll("ptab");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.setOnAction(event -> tab.setSelected(true));
        content.visibleProperty().bind(tab.selectedProperty());
        content.managedProperty().bind(tab.selectedProperty());
        return tab;
    }
}
