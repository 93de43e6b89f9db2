package org.layerloom.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the menu bar out of the list of actions.
public final class Menus {
    private Menus() {}

    /// A menu for each section that holds actions, in the sections' order.
    public static MenuBar bar(Actions actions) {
        MenuBar bar = new MenuBar();
        for (Section section : Section.values()) {
            List<Action> entries = actions.in(section);
            if (section != Section.TOOLS && !entries.isEmpty()) {
                Menu menu = new Menu(section.title());
                menu.setId("menu-" + section.name().toLowerCase(Locale.ROOT));
                menu.getItems().setAll(items(entries));
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    /// Menu entries of these actions, with a rule above those that ask for one.
    public static List<MenuItem> items(List<Action> actions) {
        List<MenuItem> items = new ArrayList<>();
        for (Action action : actions) {
            if (action.ruled() && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.add(item(action));
        }
        return items;
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.label());
        item.setId("menu-item-" + action.name());
        item.setMnemonicParsing(false);
        action.icon().ifPresent(literal -> {
            FontIcon icon = new FontIcon(literal);
            icon.getStyleClass().add("i16");
            item.setGraphic(icon);
        });
        action.key().ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        return item;
    }
}
