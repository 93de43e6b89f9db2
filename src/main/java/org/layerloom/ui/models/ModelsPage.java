package org.layerloom.ui.models;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.DownloadQueue;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.files.FileBrowser;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.PreferencesPage;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.words.Words;

/// The page of models: those at hand, those that are published and how they come here, and the places that are looked
/// in. Opening it asks nobody for anything.
public final class ModelsPage {
    private static final Words WORDS = Words.of(ModelsPage.class);

    private final Preferences preferences;
    private final ModelFolders folders;
    private final ObservableList<ModelEntry> models;
    private final ModelDownloads downloads;
    private final KnownModels known;
    private final Optional<FileBrowser> browser = FileBrowser.find(
            System.getProperty("os.name"),
            Optional.ofNullable(System.getenv("PATH")).orElse(""));
    private final TextField search = new TextField();
    private final VBox atHand = list("models-at-hand");
    private final VBox published = list("models-published");
    private final VBox places = list("models-places");
    private final VBox loose = list("models-additions");
    private final AdditionList additions;
    private final Map<Shown, AtHandRow> atHandRows = new LinkedHashMap<>();
    private final Map<String, PublishedRow> rows = new LinkedHashMap<>();
    private final InvalidationListener modelsChanged = change -> showAll();
    private final MapChangeListener<String, DownloadQueue.Event> downloadsChanged = change -> {
        PublishedRow row = rows.get(change.getKey());
        if (row != null) {
            row.show();
        }
    };

    /// @param models the models at hand
    /// @param finder finds what else lies in their places; reads files
    public ModelsPage(
            Preferences preferences,
            ObservableList<ModelEntry> models,
            Supplier<List<ModelAddition>> finder,
            ModelDownloads downloads) {
        this(preferences, models, finder, downloads, KnownModels.ofProgram());
    }

    ModelsPage(
            Preferences preferences,
            ObservableList<ModelEntry> models,
            Supplier<List<ModelAddition>> finder,
            ModelDownloads downloads,
            KnownModels known) {
        this.preferences = preferences;
        this.models = models;
        this.downloads = downloads;
        this.known = known;
        folders = new ModelFolders(preferences);
        additions = new AdditionList(loose, finder, models, this::row);
    }

    private static VBox list(String id) {
        VBox list = new VBox();
        list.setId(id);
        list.getStyleClass().addAll("loom-card", "pref-list");
        return list;
    }

    /// The page, which follows what changes as long as it is kept.
    public Node page() {
        PageForm page = new PageForm(PreferencesPage.MODELS);
        search.setId("models-search");
        search.getStyleClass().add("loom-search");
        search.setPromptText(WORDS.text("search"));
        search.setAccessibleText(WORDS.text("search"));
        search.textProperty().addListener(change -> filter());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                search,
                button("add.folder", "mdi2f-folder-plus-outline", this::askFolder),
                button("add.file", "mdi2f-file-plus-outline", this::askFiles));
        head.setAlignment(Pos.CENTER_LEFT);
        page.getChildren().addAll(head, PageForm.note(WORDS.text("add.note")), atHand);
        page.section(WORDS.text("additions.title"));
        page.getChildren().addAll(PageForm.note(WORDS.text("additions.note")), loose);
        page.section(WORDS.text("published.title"));
        page.getChildren().addAll(PageForm.note(WORDS.text("published.note")), published);
        page.section(WORDS.text("places.title"));
        page.getChildren().add(places);
        page.setOnDragOver(this::over);
        page.setOnDragDropped(this::dropped);
        models.addListener(new WeakInvalidationListener(modelsChanged));
        downloads.states().addListener(new WeakMapChangeListener<>(downloadsChanged));
        preferences.property(ProgramSettings.MODEL_FOLDERS).addListener(new WeakInvalidationListener(modelsChanged));
        page.setUserData(this); // as long as the page is kept, so is what listens
        showAll();
        return page;
    }

    private void showAll() {
        showAtHand();
        additions.look();
        showPublished();
        showPlaces();
        filter();
    }

    /// What a row of a model at hand is made from: a new row is made where that is another.
    private record Shown(ModelEntry model, boolean isListed) {}

    /// Rows of models that are still there stay, with what goes on in them.
    private void showAtHand() {
        Map<Shown, AtHandRow> before = new LinkedHashMap<>(atHandRows);
        atHandRows.clear();
        for (ModelEntry model : models) {
            Shown shown = new Shown(
                    model,
                    folders.all().contains(model.folder().toAbsolutePath().normalize()));
            AtHandRow kept = before.remove(shown);
            if (kept != null) {
                kept.look();
            }
            atHandRows.put(shown, kept == null ? row(shown) : kept);
        }
        before.values().forEach(AtHandRow::leave);
    }

    private AtHandRow row(Shown shown) {
        Path place = shown.model().folder().toAbsolutePath().normalize();
        return new AtHandRow(
                shown.model(),
                () -> preferences.get(ProgramSettings.DEVICE),
                known,
                downloads.hashes(),
                this::offer,
                shown.isListed() ? Optional.of(() -> folders.remove(place)) : Optional.empty(),
                browser.map(found -> () -> found.show(folderOf(place))));
    }

    private AdditionRow row(ModelAddition addition) {
        return new AdditionRow(
                addition,
                known,
                downloads.hashes(),
                browser.map(found -> () -> found.show(folderOf(addition.place()))));
    }

    /// Shows what matches the search, and nothing else; no file is looked at.
    private void filter() {
        Search typed = new Search(search.getText());
        List<Node> shown = new ArrayList<>();
        atHandRows.values().forEach(row -> shown.add(filtered(row.row(), row.matches(typed))));
        if (models.isEmpty()) {
            shown.add(new EmptyNote(WORDS.text("models.none"), WORDS.text("models.none.note")));
        } else if (shown.stream().noneMatch(Node::isVisible)) {
            shown.add(new EmptyNote(WORDS.text("search.nothing", search.getText()), ""));
        }
        if (!shown.equals(atHand.getChildren())) {
            atHand.getChildren().setAll(shown);
        }
        additions.filter(typed);
        boolean some = rows.values().stream()
                        .map(row -> filtered(row.row(), row.matches(typed)))
                        .filter(Node::isVisible)
                        .count()
                > 0;
        filtered(published, some);
    }

    static Node filtered(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
        return node;
    }

    /// The folder that is shown for a place.
    static Path folderOf(Path place) {
        return Files.isDirectory(place) ? place : place.getParent();
    }

    private void showPublished() {
        if (!rows.isEmpty()) {
            rows.values().forEach(PublishedRow::show);
            return;
        }
        for (KnownModel model : known.models()) {
            PublishedRow row = new PublishedRow(model, downloads, this::roots, this::showAll);
            rows.put(model.id(), row);
            published.getChildren().add(row.row());
        }
    }

    /// The folders that models are looked for in, the program's own first.
    private List<Path> roots() {
        return Stream.concat(Stream.of(downloads.usualRoot()), folders.all().stream())
                .toList();
    }

    /// Shows what would be fetched for a model that lacks it.
    private void offer(KnownModel model) {
        search.clear();
        Optional.ofNullable(rows.get(model.id())).ifPresent(row -> {
            row.offer(downloads.usualRoot());
            row.row().requestFocus();
        });
    }

    private void showPlaces() {
        places.getChildren().clear();
        for (Path place : roots()) {
            boolean own = place.equals(downloads.usualRoot());
            PlaceRow row =
                    new PlaceRow(place, browser, own ? Optional.empty() : Optional.of(() -> folders.remove(place)));
            places.getChildren().add(row.row());
        }
    }

    private Button button(String key, String icon, Runnable work) {
        Button button = new Button(WORDS.text(key), new FontIcon(icon));
        button.setId("models-" + key.replace('.', '-'));
        button.getStyleClass().setAll("button", "btn");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        return button;
    }

    private void askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("add.folder"));
        File chosen = chooser.showDialog(search.getScene().getWindow());
        if (chosen != null) {
            folders.add(List.of(chosen.toPath()));
        }
    }

    private void askFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text("add.file"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(WORDS.text("add.kind"), "*.safetensors", "*.ckpt"));
        List<File> chosen = chooser.showOpenMultipleDialog(search.getScene().getWindow());
        if (chosen != null) {
            folders.add(chosen.stream().map(File::toPath).toList());
        }
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> usable = ModelFolders.usable(
                event.getDragboard().getFiles().stream().map(File::toPath).toList());
        folders.add(usable);
        event.setDropCompleted(!usable.isEmpty());
        event.consume();
    }
}
