package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.UserFolder;
import org.layerloom.ui.tools.ToolKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The whole window in each language: every text in it, and all of every text.
@ExtendWith(ApplicationExtension.class)
final class LanguagesTest {
    /// What is said alike in both languages without being in a bundle: names and units.
    private static final Set<String> SAME = Set.of("Layerloom", "English", "Deutsch", "Inter");

    private static final List<String> SHEETS = List.of("new", "shortcuts", "template", "page-size", "image-size");
    private static final double HEIGHT = 800;

    private Locale before;
    private EditorWindow window;

    @BeforeEach
    void rememberLanguage() {
        before = Locale.getDefault();
    }

    @AfterEach
    void speakAsBefore(FxRobot robot) {
        robot.interact(SmallScreen::clear);
        Locale.setDefault(before);
    }

    private void open(FxRobot robot, String language) {
        robot.interact(() -> {
            SmallScreen.clear();
            Locale.setDefault(Locale.of(language));
            Document page = Document.blank(400, 300).addRegion(new Rect(10, 10, 100, 100));
            Document design =
                    page.add(new PixelLayer(LayerProps.named(page.newId(), "~"), Raster.filled(40, 30, 0xff336699)));
            window = new EditorWindow(
                    new Stage(), new Editor(design), new ModelCatalog(List.of(), List.of()), failure -> {});
            window.show();
            window.editor().selectionProperty().set(design.layers().getFirst().id());
        });
    }

    /// Everything that the window can show, one after the other.
    private void visit(FxRobot robot, Consumer<Parent> look, double... widths) {
        Runnable main = () -> robot.interact(() -> {
            for (double width : widths) {
                look.accept(laidOut(root(), width));
            }
        });
        for (ToolKind tool : ToolKind.values()) {
            robot.interact(() -> window.view().toolProperty().set(tool));
            main.run();
        }
        robot.interact(() ->
                ((ToggleButton) root().lookup("#tab-history")).getOnAction().handle(null));
        main.run();
        for (String sheet : SHEETS) {
            robot.interact(() -> window.actions().get(sheet).perform());
            main.run();
        }
        robot.interact(window::welcome);
        main.run();
        robot.interact(() -> window.actions().get("preferences").perform());
        Parent preferences = Window.getWindows().getLast().getScene().getRoot();
        for (Node entry : preferences.lookupAll(".nav-row")) {
            robot.interact(() -> {
                ((ToggleButton) entry).fire();
                look.accept(laidOut(preferences, preferences.getScene().getWidth()));
            });
        }
    }

    private Parent root() {
        return window.canvas().getScene().getRoot();
    }

    private static Parent laidOut(Parent root, double width) {
        root.resize(width, HEIGHT);
        for (int i = 0; i < 3; i++) { // what wraps or depends on another's size settles
            root.applyCss();
            root.layout();
        }
        return root;
    }

    @Test
    void the_german_window_has_no_english_text(FxRobot robot) throws IOException {
        open(robot, "en");
        Set<String> english = new TreeSet<>();
        visit(robot, root -> nodes(root).flatMap(LanguagesTest::texts).forEach(english::add), 1440);
        open(robot, "de");
        Set<String> german = new TreeSet<>();
        visit(robot, root -> nodes(root).flatMap(LanguagesTest::texts).forEach(german::add), 1440);
        Set<String> both = new TreeSet<>(english);
        both.retainAll(german);
        Set<String> alike = saidAlike();
        both.removeIf(text -> Stream.of(text.split(", | {3}")).allMatch(part -> isAlike(part, alike)));
        assertThat(german).hasSizeGreaterThan(200);
        assertThat(both).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_text_is_cut_at_any_usual_width(String language, FxRobot robot) {
        open(robot, language);
        Set<String> cut = new TreeSet<>();
        visit(
                robot,
                root -> {
                    double width = root.getLayoutBounds().getWidth();
                    nodes(root)
                            .filter(LanguagesTest::isCut)
                            .forEach(node -> cut.add((int) width + ": " + ((Labeled) node).getText()));
                    assertThat(overlap()).as("title over menus at %s px", width).isFalse();
                },
                1120,
                1280,
                1440);
        assertThat(cut).isEmpty();
    }

    private static boolean isAlike(String part, Set<String> alike) {
        return !part.matches("(?s).*\\p{L}{4}.*") || SAME.contains(part) || alike.contains(part);
    }

    private boolean overlap() {
        Bounds menus = root().lookup(".menu-bar")
                .localToScene(root().lookup(".menu-bar").getLayoutBounds());
        Node title = root().lookup("#title").getParent();
        return menus.intersects(title.localToScene(title.getLayoutBounds()));
    }

    private static boolean isCut(Node node) {
        return node instanceof Labeled labeled
                && labeled.getText() != null
                && labeled.getWidth() > 0
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text text
                                && text.getStyleClass().contains("text") // icons are texts too
                                && !text.getText().equals(labeled.getText().replace("_", "")));
    }

    private static Stream<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node.getAccessibleText() != null) {
            texts.add(node.getAccessibleText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> texts.add(labeled.getText());
            case TextInputControl text when text.getPromptText() != null -> texts.add(text.getPromptText());
            case MenuBar bar -> bar.getMenus().forEach(menu -> items(menu, texts));
            default -> {}
        }
        return texts.stream();
    }

    private static void items(MenuItem item, List<String> texts) {
        if (item.getText() != null) {
            texts.add(item.getText()); // rules have none
        }
        if (item instanceof Menu menu) {
            menu.getItems().forEach(entry -> items(entry, texts));
        }
    }

    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(LanguagesTest::nodes))
                : Stream.of(node);
    }

    /// The texts that the bundles of both languages share.
    private static Set<String> saidAlike() throws IOException {
        Set<String> alike = new HashSet<>();
        try (Stream<Path> tree = Files.walk(Path.of("src", "main", "resources"))) {
            for (Path file :
                    tree.filter(file -> file.endsWith("words.properties")).toList()) {
                Properties english = read(file);
                Properties german = read(file.resolveSibling("words_de.properties"));
                english.stringPropertyNames().stream()
                        .map(english::getProperty)
                        .filter(german::containsValue)
                        .forEach(alike::add);
            }
        }
        // Names of models, and the folder that the user's models lie in.
        for (KnownModel model : KnownModels.ofProgram().models()) {
            alike.addAll(List.of(model.title().split(", ")));
        }
        alike.add(UserFolder.find().resolve("models").toString());
        return alike;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
