package org.layerloom.ui.frame;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Menus;
import org.layerloom.ui.actions.Section;
import org.layerloom.words.Words;

/// The uppermost row: mark, menus, the document's title in the middle, search and export at the far end. Where the
/// menus reach the middle, the title moves right and is shortened.
public final class MenuRow extends StackPane {
    private static final Words WORDS = Words.of(MenuRow.class);
    /// Least room beside the title, px.
    private static final double TITLE_GAP = 16;

    private final MenuBar menus;
    private final Node search;
    private final HBox title;

    /// @param title name of the document
    /// @param edited whether it has unsaved changes
    public MenuRow(Actions actions, ObservableValue<String> title, ObservableBooleanValue edited) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        menus = Menus.bar(actions);
        menus.setMinWidth(USE_PREF_SIZE);
        search = searchField(actions);
        HBox row = new HBox(new Mark(), menus, gap, search, exportButton(actions));
        row.getStyleClass().add("menu-row");
        row.setAlignment(Pos.CENTER_LEFT);
        this.title = title(title, edited);
        getChildren().addAll(row, this.title);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double from = menus.getParent().getLayoutX() + menus.getLayoutX() + menus.getWidth() + TITLE_GAP;
        double to = search.getParent().getLayoutX() + search.getLayoutX() - TITLE_GAP;
        double width = Math.max(0, Math.min(title.prefWidth(-1), to - from));
        double x = Math.clamp((getWidth() - width) / 2, from, Math.max(from, to - width));
        title.resizeRelocate(snapPositionX(x), title.getLayoutY(), width, title.getHeight());
    }

    private static HBox title(ObservableValue<String> title, ObservableBooleanValue edited) {
        Label name = new Label();
        name.setId("title");
        name.getStyleClass().add("t-strong");
        name.textProperty().bind(title);
        name.setMinWidth(0);
        name.setMaxWidth(320);
        Label state = new Label(WORDS.text("edited"));
        state.getStyleClass().addAll("t-small", "subtle");
        state.setMinWidth(USE_PREF_SIZE);
        state.visibleProperty().bind(edited);
        HBox box = new HBox(8, name, state);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(USE_PREF_SIZE);
        box.setMouseTransparent(true);
        return box;
    }

    /// Looks like the field of the palette, and opens it.
    private static Node searchField(Actions actions) {
        Label text = new Label(WORDS.text("search"));
        text.getStyleClass().addAll("t-small", "subtle");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FontIcon icon = new FontIcon("mdi2m-magnify");
        icon.getStyleClass().add("i16");
        Label keys = new Label();
        keys.getStyleClass().add("kbd");
        keys.setMinWidth(USE_PREF_SIZE);
        HBox face = new HBox(6, icon, text, gap, keys);
        face.setAlignment(Pos.CENTER_LEFT);
        Button field = new Button();
        field.setId("search");
        field.getStyleClass().setAll("button", "search-pill");
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.setGraphic(face);
        face.minWidthProperty().bind(field.widthProperty().subtract(16));
        Runnable refresh = () -> {
            Action search = actions.get("search");
            keys.setText(String.join(" ", Actions.caps(search)));
            keys.setVisible(search.key().isPresent());
            field.setAccessibleText(search.label());
        };
        actions.keysProperty().addListener(change -> refresh.run());
        refresh.run();
        field.setOnAction(event -> actions.get("search").perform());
        return field;
    }

    /// Opens the ways to export, which are the actions whose names begin with it.
    private static Node exportButton(Actions actions) {
        List<Action> exports = actions.in(Section.FILE).stream()
                .filter(action -> action.name().startsWith("export"))
                .toList();
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(Menus.items(exports));
        Button button = new Button(WORDS.text("export"), new FontIcon("mdi2e-export-variant"));
        button.setId("export");
        button.getStyleClass().setAll("btn");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }
}
