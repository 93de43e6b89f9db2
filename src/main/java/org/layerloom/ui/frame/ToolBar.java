package org.layerloom.ui.frame;

import java.util.List;
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
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.words.Words;

/// The tools, one of them in hand, and at the foot the button that shows all keys.
public final class ToolBar extends VBox {
    /// @param swatches the colours at hand
    public ToolBar(ViewState view, List<ToolKind> kinds, Actions actions, Region swatches) {
        getStyleClass().add("toolbar");
        setId("toolbar");
        ToggleGroup group = new ToggleGroup();
        boolean rule = false;
        for (ToolKind kind : ToolKind.values()) {
            rule |= kind.ruled() && !getChildren().isEmpty();
            if (kinds.contains(kind)) {
                if (rule) {
                    getChildren().add(rule());
                }
                rule = false;
                getChildren().add(button(actions, kind, group, view));
            }
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(rule(), swatches, gap, shortcutsButton(actions));
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().addAll("hrule", "tool-rule");
        return rule;
    }

    private static ToggleButton button(Actions actions, ToolKind kind, ToggleGroup group, ViewState view) {
        Action action = actions.get("tool-" + kind);
        ToggleButton button = new ToggleButton();
        button.setId("tool-" + kind.name().toLowerCase(Locale.ROOT));
        button.setGraphic(new FontIcon(kind.icon()));
        button.getStyleClass().setAll("ibtn", "tool");
        button.setToggleGroup(group);
        describe(button, kind, action);
        actions.keysProperty().addListener(change -> describe(button, kind, actions.get(action.name())));
        button.setSelected(view.toolProperty().get() == kind);
        view.toolProperty().addListener((o, before, now) -> button.setSelected(now == kind));
        button.setOnAction(event -> {
            button.setSelected(true);
            action.perform();
        });
        return button;
    }

    private static void describe(ToggleButton button, ToolKind kind, Action action) {
        String keys = String.join("+", Actions.caps(action));
        button.setAccessibleText(
                keys.isEmpty() ? kind.label() : Words.of(ToolKind.class).text("tool.name", kind.label(), keys));
        button.setTooltip(new Tooltip(keys.isEmpty() ? kind.label() : kind.label() + "   " + keys));
    }

    private static IconButton shortcutsButton(Actions actions) {
        IconButton button = ActionButtons.icon(actions, "shortcuts");
        button.getStyleClass().add("tool");
        return button;
    }
}
