package org.layerloom.ui.models;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.DownloadQueue;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.IconButton;
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
    private final Map<String, PublishedRow> rows = new LinkedHashMap<>();
    private final InvalidationListener modelsChanged = change -> showAll();
    private final MapChangeListener<String, DownloadQueue.Event> downloadsChanged = change -> {
        PublishedRow row = rows.get(change.getKey());
        if (row != null) {
            row.show();
        }
    };

    /// @param models the models at hand
    public ModelsPage(Preferences preferences, ObservableList<ModelEntry> models, ModelDownloads downloads) {
        this(preferences, models, downloads, KnownModels.ofProgram());
    }

    ModelsPage(
            Preferences preferences, ObservableList<ModelEntry> models, ModelDownloads downloads, KnownModels known) {
        this.preferences = preferences;
        this.models = models;
        this.downloads = downloads;
        this.known = known;
        folders = new ModelFolders(preferences);
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
        search.textProperty().addListener(change -> showAll());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                search,
                button("add.folder", "mdi2f-folder-plus-outline", this::askFolder),
                button("add.file", "mdi2f-file-plus-outline", this::askFiles));
        head.setAlignment(Pos.CENTER_LEFT);
        page.getChildren().addAll(head, PageForm.note(WORDS.text("add.note")), atHand);
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
        showPublished();
        showPlaces();
    }

    private void showAtHand() {
        atHand.getChildren().clear();
        Search typed = new Search(search.getText());
        for (ModelEntry model : models) {
            Path place = model.folder().toAbsolutePath().normalize();
            AtHandRow row = new AtHandRow(
                    model,
                    preferences.get(ProgramSettings.DEVICE),
                    known,
                    downloads.hashes(),
                    this::offer,
                    folders.all().contains(place) ? Optional.of(() -> folders.remove(place)) : Optional.empty(),
                    browser.map(found -> () -> found.show(folderOf(place))));
            if (row.matches(typed)) {
                atHand.getChildren().add(row.row());
            }
        }
        if (models.isEmpty()) {
            atHand.getChildren().add(new EmptyNote(WORDS.text("models.none"), WORDS.text("models.none.note")));
        } else if (atHand.getChildren().isEmpty()) {
            String text = WORDS.text("search.nothing", search.getText());
            atHand.getChildren().add(new EmptyNote(text, ""));
        }
    }

    private static Path folderOf(Path place) {
        return Files.isDirectory(place) ? place : place.getParent();
    }

    private void showPublished() {
        rows.clear();
        published.getChildren().clear();
        List<Path> roots = Stream.concat(Stream.of(downloads.usualRoot()), folders.all().stream())
                .toList();
        Search typed = new Search(search.getText());
        for (KnownModel model : known.models()) {
            PublishedRow row = new PublishedRow(model, downloads, roots, this::showAll);
            if (row.matches(typed)) {
                rows.put(model.id(), row);
                published.getChildren().add(row.row());
            }
        }
        published.setVisible(!rows.isEmpty());
        published.setManaged(!rows.isEmpty());
    }

    /// Shows what would be fetched for a model that lacks it.
    private void offer(KnownModel model, Path place) {
        search.clear();
        Optional.ofNullable(rows.get(model.id())).ifPresent(row -> {
            row.offer(downloads.usualRoot());
            row.row().requestFocus();
        });
    }

    private void showPlaces() {
        places.getChildren().clear();
        List<Path> all = new ArrayList<>(List.of(downloads.usualRoot()));
        all.addAll(folders.all());
        for (Path place : all) {
            ListRow row = new ListRow(place.toString());
            row.setIcon(Files.isRegularFile(place) ? "mdi2f-file-outline" : "mdi2f-folder-outline");
            boolean own = place.equals(downloads.usualRoot());
            boolean gone = !own && !ModelFolders.isThere(place);
            row.setAbout(own ? WORDS.text("places.own") : gone ? WORDS.text("places.gone") : "");
            row.setState(gone ? WORDS.text("places.missing") : "", "warn");
            List<Region> ends = new ArrayList<>();
            browser.filter(found -> ModelFolders.isThere(place)).ifPresent(found -> {
                IconButton reveal = new IconButton("mdi2f-folder-open-outline", WORDS.text("places.reveal", place));
                reveal.setOnAction(event -> found.show(folderOf(place)));
                ends.add(reveal);
            });
            if (!own) {
                IconButton remove = new IconButton("mdi2c-close", WORDS.text("places.remove", place));
                remove.setOnAction(event -> folders.remove(place));
                ends.add(remove);
            }
            row.setEnds(ends.toArray(Region[]::new));
            places.getChildren().add(row);
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
