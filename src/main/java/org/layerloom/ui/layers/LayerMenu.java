package org.layerloom.ui.layers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.Editor;
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
            "replace-picture",
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
            "reroll",
            "make-background",
            "layer-onto",
            "layer-onto-all",
            "make-picture",
            "background-behind",
            "foreground-out",
            "harmonise",
            "vary-layer");
    private static final String TAG = "menu-item-tag-";

    private final ContextMenu menu = new ContextMenu();
    private final SelectedLayers selected;
    private final Map<Integer, MenuItem> tags = new HashMap<>();

    LayerMenu(Actions actions, Editor editor) {
        selected = new SelectedLayers(editor);
        List<Action> shown =
                NAMES.stream().flatMap(name -> actions.find(name).stream()).toList();
        menu.getItems().setAll(Menus.items(shown));
        menu.getItems().forEach(this::dotTags);
    }

    /// Shows the colours themselves beside their names.
    private void dotTags(MenuItem item) {
        if (item instanceof Menu inner) {
            inner.getItems().forEach(this::dotTags);
        } else if (item.getId() != null && item.getId().startsWith(TAG)) {
            int tag = Integer.parseInt(item.getId().substring(TAG.length()));
            StackPane disc = new StackPane(new FontIcon("mdi2c-check"));
            disc.getStyleClass().add("tag-disc");
            disc.setStyle("-fx-background-color: " + Tags.css(tag) + ";");
            item.setGraphic(disc);
            tags.put(tag, item);
        }
    }

    /// Ticks the colours that the selected layers have.
    private void tickTags() {
        Set<Integer> held =
                selected.all().stream().map(layer -> layer.props().tag()).collect(Collectors.toSet());
        tags.forEach((tag, item) -> {
            item.getStyleClass().remove("held");
            if (held.contains(tag)) {
                item.getStyleClass().add("held");
            }
            ((StackPane) item.getGraphic()).getChildren().getFirst().setVisible(held.contains(tag));
        });
    }

    /// Opens at a place of the screen.
    void show(Node owner, double screenX, double screenY) {
        menu.hide();
        tickTags();
        menu.show(owner, screenX, screenY);
    }
}
