package org.layerloom.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.frame.Mark;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.templates.Template;
import org.layerloom.ui.templates.Templates;
import org.layerloom.words.Words;

/// What stands in the window while no document does: pages to begin with, samples, the files used last.
public final class StartScreen extends BorderPane {
    private static final Words WORDS = Words.of(StartScreen.class);
    /// What can be done while there is no document.
    private static final Set<String> HERE = Set.of("new", "open", "preferences", "shortcuts", "theme", "quit");

    private static final double NAVIGATION = 216;
    private static final double CONTENT = 1074;
    private static final double GAP = 16;
    private static final double PAGE_CARD = 152;
    /// As many templates as stand in one row with the blank page.
    private static final int PAGES = 5;

    private static final double SAMPLE_CARD = 186;

    private final Actions actions;
    private final BiConsumer<Document, String> begin;
    private final Preferences preferences;
    private final RecentPictures pictures = new RecentPictures();
    private final RecentList recent;
    private final FlowPane pages = new FlowPane(GAP, GAP);
    private final FlowPane samples = new FlowPane(GAP, GAP);
    private final VBox sampleSection = new VBox(12);

    /// @param preferences know the files used last
    /// @param open takes one of them
    /// @param begin takes a page to begin with and its name
    public StartScreen(
            Actions actions, Preferences preferences, Consumer<Path> open, BiConsumer<Document, String> begin) {
        this.actions = actions;
        this.begin = begin;
        setId("start");
        getStyleClass().add("app");
        this.preferences = preferences;
        recent = new RecentList(preferences.property(RecentFiles.SETTING), pictures, open);
        setLeft(navigation());
        ScrollPane scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        setCenter(scroll);
    }

    /// Keeps small pictures of the files used last in a folder.
    public void keepPictures(Path folder) {
        pictures.keepIn(folder);
    }

    /// Remembers a file that was just read or written, and what it looks like.
    public void used(Path file, Document document) {
        RecentFiles.note(preferences, file, document.layers());
        Thread.ofVirtual().start(() -> pictures.keep(file, document));
    }

    /// What stands at the foot: the model and the device, in words.
    public void setFoot(Node foot) {
        setBottom(foot);
    }

    /// What takes a file: one while this is shown, since no document stands in its way, and another later.
    public Consumer<Path> orElse(Consumer<Path> shown, Consumer<Path> later) {
        return file -> (isVisible() ? shown : later).accept(file);
    }

    /// Looks at the files again; the first page gets the focus.
    public void refresh() {
        if (pages.getChildren().isEmpty()) {
            showPages(PAGES);
        }
        recent.refresh();
        pages.getChildren().getFirst().requestFocus();
    }

    /// Does what a key stands for where that makes sense without a document. What walks through the controls is left
    /// to them.
    public void key(KeyEvent event, Node focus) {
        actions.handle(event, focus, action -> HERE.contains(action.name()));
        boolean walks = event.getCode().isNavigationKey()
                || event.getCode() == KeyCode.TAB
                || event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.SPACE;
        if (!walks) {
            event.consume();
        }
    }

    /// Looks for samples beside the folders of models, in the background.
    public void findSamples(List<Path> modelRoots) {
        Thread.ofVirtual().start(() -> {
            List<Sample> found = Sample.beside(modelRoots);
            Platform.runLater(() -> show(found));
        });
    }

    private void show(List<Sample> found) {
        samples.getChildren().clear();
        for (Sample sample : found) {
            int boxes = sample.page().regions().size();
            String about = boxes == 1 ? WORDS.text("box") : WORDS.text("boxes", boxes);
            samples.getChildren()
                    .add(new PageCard(
                            sample.page(),
                            sample.name(),
                            about,
                            SAMPLE_CARD,
                            () -> begin.accept(sample.page(), sample.name())));
        }
        sampleSection.setVisible(!found.isEmpty());
        sampleSection.setManaged(!found.isEmpty());
    }

    private Node navigation() {
        Label name = new Label("Layerloom");
        name.getStyleClass().add("t-title");
        HBox head = new HBox(12, new Mark(), name);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(head, new Insets(0, 0, 12, 10));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox column = new VBox(head, entry("new"), entry("open"), gap, entry("preferences"), entry("shortcuts"));
        column.getStyleClass().add("nav");
        column.setMinWidth(NAVIGATION);
        column.setMaxWidth(NAVIGATION);
        return column;
    }

    private Button entry(String name) {
        Action action = actions.get(name);
        Button entry = new Button(action.label(), new FontIcon(action.icon().orElseThrow()));
        entry.setId("start-" + name);
        entry.getStyleClass().setAll("button", "nav-row");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setOnAction(event -> action.perform());
        return entry;
    }

    private Node content() {
        Label title = new Label(WORDS.text("title"));
        title.getStyleClass().add("t-display");
        Label about = new Label(WORDS.text("about"));
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox line = new HBox(16, about, showAll());
        line.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(4, title, line);
        sampleSection.getChildren().setAll(heading("samples", "samples.about"), samples);
        show(List.of());
        VBox content = new VBox(24, top, pages, sampleSection, new VBox(12, heading("recent", ""), recent));
        content.setMaxWidth(CONTENT);
        content.getStyleClass().add("start-content");
        return content;
    }

    /// @param most the first of the templates, and then a blank page
    private void showPages(int most) {
        pages.getChildren().clear();
        Templates.first(most).stream().map(this::card).forEach(pages.getChildren()::add);
        pages.getChildren()
                .add(new PageCard(
                        WORDS.text("blank"),
                        WORDS.text("blank.size"),
                        PAGE_CARD,
                        () -> actions.get("new").perform()));
    }

    private PageCard card(Template template) {
        Runnable choose = () -> begin.accept(template.document(), template.name());
        return new PageCard(template.document(), template.name(), template.size(), PAGE_CARD, choose);
    }

    /// Shows the templates that the first row has no room for; gone once they are there.
    private Button showAll() {
        Button all = new Button(WORDS.text("show.all"));
        all.setId("start-show-all");
        all.getStyleClass().setAll("button", "btn", "flat");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> {
            showPages(Integer.MAX_VALUE);
            all.setVisible(false);
            pages.getChildren().get(PAGES).requestFocus();
        });
        return all;
    }

    private static Node heading(String title, String about) {
        Label head = new Label(WORDS.text(title));
        head.getStyleClass().add("t-title");
        HBox row = new HBox(8, head);
        row.setAlignment(Pos.BASELINE_LEFT);
        if (!about.isEmpty()) {
            Label note = new Label(WORDS.text(about));
            note.getStyleClass().addAll("t-small", "muted");
            row.getChildren().add(note);
        }
        return row;
    }
}
