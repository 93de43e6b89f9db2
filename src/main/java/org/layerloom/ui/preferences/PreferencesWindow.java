package org.layerloom.ui.preferences;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.device.DeviceProbe;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.ui.palette.Ranking;
import org.layerloom.words.Words;

/// The window in which the program is set up. Every change counts at once; there is nothing to confirm.
public final class PreferencesWindow {
    private static final Words WORDS = Words.of(PreferencesWindow.class);
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 720;
    private static final double NAVIGATION = 216;

    private final Supplier<Window> owner;
    private final Consumer<Scene> style;
    private final Map<PreferencesPage, Supplier<Node>> pages = new EnumMap<>(PreferencesPage.class);
    private final Map<PreferencesPage, Node> made = new EnumMap<>(PreferencesPage.class);
    private final Map<PreferencesPage, ToggleButton> entries = new EnumMap<>(PreferencesPage.class);
    private final StackPane body = new StackPane();
    private Stage stage;

    /// @param owner the window that it belongs to
    /// @param style gives a scene the program's looks
    /// @param device what the loaded model runs on, in words; blank before the first run
    /// @param remote another machine whose models are used too
    /// @param models makes the page of models
    /// @param keyboard makes the page of keys
    public PreferencesWindow(
            Supplier<Window> owner,
            Consumer<Scene> style,
            Preferences preferences,
            ObservableStringValue device,
            RemoteMachine remote,
            Supplier<Node> models,
            Supplier<Node> keyboard) {
        this.owner = owner;
        this.style = style;
        ProgramPages program = new ProgramPages(preferences);
        pages.put(PreferencesPage.GENERAL, program::general);
        pages.put(PreferencesPage.APPEARANCE, program::appearance);
        pages.put(PreferencesPage.CANVAS, program::canvas);
        pages.put(PreferencesPage.DEVICE, () -> {
            DevicePage page = new DevicePage(preferences, DeviceProbe::look, LibtorchChoice.announced());
            PageForm form = page.page(device);
            new RemoteFields(remote).addTo(form);
            return form;
        });
        pages.put(PreferencesPage.MODELS, models);
        pages.put(PreferencesPage.FILES, program::files);
        pages.put(PreferencesPage.KEYBOARD, keyboard);
    }

    /// Shows a page, in the window that is open already or in a new one.
    public void show(PreferencesPage page) {
        if (stage == null) {
            stage = open();
        }
        choose(page);
        stage.show();
        stage.toFront();
        entries.get(page).requestFocus();
    }

    /// Closes the window where it is open.
    public void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private Stage open() {
        Stage window = new Stage();
        window.initOwner(owner.get());
        window.setTitle(WORDS.text("title"));
        BorderPane root = new BorderPane(body, null, null, foot(), navigation());
        root.setId("preferences");
        root.getStyleClass().add("app");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        style.accept(scene);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
        window.setScene(scene);
        centre(window, owner.get());
        window.setMinWidth(800);
        window.setMinHeight(560);
        return window;
    }

    /// Over the editor; left to itself it would come up in the middle of the screen.
    private static void centre(Stage window, Window editor) {
        window.setX(editor.getX() + Math.max(0, (editor.getWidth() - WIDTH) / 2));
        window.setY(editor.getY() + Math.max(0, (editor.getHeight() - HEIGHT) / 2));
    }

    private Node navigation() {
        TextField search = new TextField();
        search.setId("preferences-search");
        search.getStyleClass().add("loom-search");
        search.setPromptText(WORDS.text("search"));
        search.setAccessibleText(WORDS.text("search"));
        search.textProperty().addListener((o, before, typed) -> find(typed));
        VBox.setMargin(search, new Insets(0, 0, 10, 0));
        VBox column = new VBox(search);
        column.getStyleClass().add("nav");
        column.setMinWidth(NAVIGATION);
        column.setMaxWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (PreferencesPage page : PreferencesPage.values()) {
            ToggleButton entry = new ToggleButton(page.title(), new FontIcon(page.icon()));
            entry.setId("preferences-to-" + page.name().toLowerCase(Locale.ROOT));
            entry.getStyleClass().setAll("toggle-button", "nav-row");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setMinWidth(Region.USE_PREF_SIZE);
            entry.setToggleGroup(group);
            entry.setOnAction(event -> choose(page));
            entries.put(page, entry);
            column.getChildren().add(entry);
        }
        return column;
    }

    private void choose(PreferencesPage page) {
        entries.get(page).setSelected(true);
        ScrollPane scroll = new ScrollPane(
                made.computeIfAbsent(page, asked -> pages.get(asked).get()));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        body.getChildren().setAll(scroll);
    }

    /// Dims the pages that hold nothing of what is typed, and shows the first that does.
    private void find(String typed) {
        PreferencesPage first = null;
        for (PreferencesPage page : PreferencesPage.values()) {
            boolean found = Ranking.score(typed, page.title()) > Ranking.NONE
                    || page.settings().stream().anyMatch(setting -> Ranking.score(typed, setting) > Ranking.NONE);
            entries.get(page).setDisable(!found);
            first = first == null && found ? page : first;
        }
        if (first != null && !typed.isBlank()) {
            choose(first);
        }
    }

    private Node foot() {
        Label about = new Label(WORDS.text("foot"));
        about.getStyleClass().addAll("t-small", "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = new Button(WORDS.text("done"));
        done.setId("preferences-done");
        done.getStyleClass().setAll("button", "btn", "primary");
        done.setOnAction(event -> close());
        HBox foot = new HBox(8, about, gap, done);
        foot.getStyleClass().add("pref-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
