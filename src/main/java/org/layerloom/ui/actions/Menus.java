package org.layerloom.ui.actions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the menu bar out of the list of actions.
public final class Menus {
    private static final String ID = "menu-item-";

    private Menus() {}

    /// A menu for each section that holds actions, in the sections' order. Its entries show the keys that the user
    /// gave.
    public static MenuBar bar(Actions actions) {
        MenuBar bar = new MenuBar();
        Set<Character> taken = new HashSet<>();
        for (Section section : Section.values()) {
            List<Action> entries = actions.in(section);
            if (section != Section.TOOLS && !entries.isEmpty()) {
                Menu menu = new Menu(withMnemonic(section.title(), taken));
                menu.setId("menu-" + section.name().toLowerCase(Locale.ROOT));
                menu.getItems().setAll(items(entries));
                bar.getMenus().add(menu);
            }
        }
        actions.keysProperty().addListener(change -> bar.getMenus().forEach(menu -> rekey(menu, actions)));
        return bar;
    }

    /// The title with a mark before its first letter that no menu has taken: Alt and the letter open the menu.
    private static String withMnemonic(String title, Set<Character> taken) {
        for (int i = 0; i < title.length(); i++) {
            if (taken.add(Character.toLowerCase(title.charAt(i)))) {
                return title.substring(0, i) + "_" + title.substring(i);
            }
        }
        return title;
    }

    private static void rekey(MenuItem item, Actions actions) {
        if (item instanceof Menu menu) {
            menu.getItems().forEach(entry -> rekey(entry, actions));
        } else if (item.getId() != null && item.getId().startsWith(ID)) {
            actions.find(item.getId().substring(ID.length()))
                    .ifPresent(action -> item.setAccelerator(action.key().orElse(null)));
        }
    }

    /// Menu entries of these actions, with a rule above those that ask for one, and menus of their own for those
    /// that share a submenu.
    public static List<MenuItem> items(List<Action> actions) {
        List<MenuItem> items = new ArrayList<>();
        Map<String, Menu> submenus = new LinkedHashMap<>();
        for (Action action : actions) {
            String title = action.submenu().orElse(null);
            Menu known = submenus.get(title);
            if (known != null) {
                add(known.getItems(), action, item(action));
                continue;
            }
            MenuItem entry = item(action);
            if (title != null) {
                Menu menu = new Menu(title);
                menu.getItems().add(entry);
                submenus.put(title, menu);
                entry = menu;
            }
            add(items, action, entry);
        }
        return items;
    }

    private static void add(List<MenuItem> items, Action action, MenuItem entry) {
        if (action.ruled() && !items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(entry);
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.label());
        item.setId(ID + action.name());
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
