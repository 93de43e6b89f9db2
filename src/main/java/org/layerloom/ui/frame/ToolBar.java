package org.layerloom.ui.frame;

import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.tools.ToolKind;

/// The tools, one of them in hand, and at the foot the button that shows all keys.
public final class ToolBar extends VBox {
    public ToolBar(ViewState view, Action shortcuts) {
        getStyleClass().add("toolbar");
        setId("toolbar");
        ToggleGroup group = new ToggleGroup();
        for (ToolKind kind : ToolKind.values()) {
            if (kind == ToolKind.HAND) {
                getChildren().add(rule());
            }
            getChildren().add(button(kind, group, view));
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, shortcutsButton(shortcuts));
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().addAll("hrule", "tool-rule");
        return rule;
    }

    private static ToggleButton button(ToolKind kind, ToggleGroup group, ViewState view) {
        ToggleButton button = new ToggleButton();
        button.setId("tool-" + kind.name().toLowerCase(Locale.ROOT));
        button.setGraphic(new FontIcon(kind.icon()));
        button.getStyleClass().setAll("ibtn", "tool");
        button.setToggleGroup(group);
        button.setAccessibleText(kind.label() + " tool, " + kind.key());
        button.setTooltip(new Tooltip(kind.label() + "   " + kind.key()));
        button.setSelected(view.toolProperty().get() == kind);
        view.toolProperty().addListener((o, before, now) -> button.setSelected(now == kind));
        button.setOnAction(event -> {
            button.setSelected(true);
            view.toolProperty().set(kind);
        });
        return button;
    }

    private static IconButton shortcutsButton(Action shortcuts) {
        IconButton button = new IconButton("mdi2k-keyboard-outline", shortcuts.label(), "?");
        button.setId("shortcuts");
        button.getStyleClass().add("tool");
        button.setOnAction(event -> shortcuts.perform());
        return button;
    }
}
