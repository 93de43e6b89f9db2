package org.layerloom.ui.layers;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.layerloom.ui.Tags;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Menus;

/// The menu of what can be done with the selected layers, made from the list of actions.
final class LayerMenu {
    private static final List<String> NAMES = List.of(
            "layer-rename",
            "layer-duplicate",
            "layer-delete",
            "layer-visible",
            "layer-solo",
            "layer-group",
            "layer-ungroup",
            "layer-clip",
            "layer-merge",
            "layer-rasterize",
            "mask-add",
            "mask-hiding",
            "mask-box",
            "mask-alpha",
            "mask-enabled",
            "mask-invert",
            "mask-apply",
            "mask-delete",
            "mask-marquee",
            "lock-all",
            "lock-transparency",
            "lock-pixels",
            "lock-position",
            "keep-layer",
            "tag-0",
            "tag-1",
            "tag-2",
            "tag-3",
            "tag-4",
            "tag-5",
            "tag-6",
            "tag-7",
            "select-tag",
            "select-alpha",
            "reroll");
    private static final String TAG = "menu-item-tag-";

    private final ContextMenu menu = new ContextMenu();

    LayerMenu(Actions actions) {
        List<Action> shown =
                NAMES.stream().flatMap(name -> actions.find(name).stream()).toList();
        menu.getItems().setAll(Menus.items(shown));
        menu.getItems().forEach(LayerMenu::dotTags);
    }

    /// Shows the colours themselves beside their names.
    private static void dotTags(MenuItem item) {
        if (item instanceof Menu inner) {
            inner.getItems().forEach(LayerMenu::dotTags);
        } else if (item.getId() != null && item.getId().startsWith(TAG)) {
            Region dot = new Region();
            dot.getStyleClass().add("tag-dot");
            int tag = Integer.parseInt(item.getId().substring(TAG.length()));
            dot.setStyle("-fx-background-color: " + Tags.css(tag) + ";");
            item.setGraphic(dot);
        }
    }

    /// Opens at a place of the screen.
    void show(Node owner, double screenX, double screenY) {
        menu.hide();
        menu.show(owner, screenX, screenY);
    }
}
