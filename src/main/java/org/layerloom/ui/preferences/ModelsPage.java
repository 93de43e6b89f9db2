package org.layerloom.ui.preferences;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.WeightForm;
import org.layerloom.ui.Choice;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// The page that says where models run, which there are and where they are looked for.
final class ModelsPage {
    private static final Words WORDS = Words.of(ModelsPage.class);

    private final Preferences preferences;
    private final ObservableList<ModelEntry> models;
    private final VBox list = new VBox();
    private final VBox folders = new VBox();
    private final InvalidationListener refresh = change -> showModels();

    ModelsPage(Preferences preferences, ObservableList<ModelEntry> models) {
        this.preferences = preferences;
        this.models = models;
        models.addListener(new WeakInvalidationListener(refresh));
    }

    /// @param inUse the device that the loaded model runs on, in words; blank before the first run
    Node page(ObservableStringValue inUse) {
        PageForm page = new PageForm(PreferencesPage.MODELS);
        page.section(WORDS.text("setting.device"));
        ToggleGroup group = new ToggleGroup();
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        page.getChildren()
                .addAll(
                        device("auto", "mdi2a-auto-fix", group),
                        device(mac ? "mps" : "cuda", "mdi2e-expansion-card-variant", group),
                        device("cpu", "mdi2c-cpu-64-bit", group));
        Label now = PageForm.note("");
        now.setId("preference-device-now");
        now.textProperty().bind(inUse.map(words -> words.isBlank() ? "" : WORDS.text("device.now", words)));
        now.visibleProperty().bind(now.textProperty().isNotEmpty());
        now.managedProperty().bind(now.visibleProperty());
        page.getChildren().add(now);
        ComboBox<WeightForm> weights =
                Choice.of(List.of(WeightForm.values()), 208, form -> WORDS.text("weights." + form));
        weights.setId("preference-weights");
        weights.valueProperty().bindBidirectional(preferences.property(ProgramSettings.WEIGHTS));
        page.setting(WORDS.text("setting.weights"), WORDS.text("weights.note"), weights);
        page.section(WORDS.text("setting.models"));
        list.getStyleClass().addAll("loom-card", "pref-list");
        folders.getStyleClass().addAll("loom-card", "pref-list");
        page.getChildren().add(list);
        Button add = new Button(WORDS.text("folders.add"), new FontIcon("mdi2f-folder-plus-outline"));
        add.setId("preference-add-folder");
        add.getStyleClass().setAll("button", "btn");
        add.setOnAction(event -> ask(add));
        page.section(WORDS.text("setting.folders"));
        page.getChildren().addAll(folders, add);
        preferences.property(ProgramSettings.MODEL_FOLDERS).subscribe(this::showFolders);
        showModels();
        return page;
    }

    private Node device(String device, String icon, ToggleGroup group) {
        String kind = device.equals("mps") ? "cuda" : device;
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        Label name = new Label(WORDS.text("device." + kind, cores));
        name.getStyleClass().add("t-medium");
        Label about = new Label(WORDS.text("device." + kind + ".note"));
        about.getStyleClass().addAll("t-small", "muted");
        RadioButton card = new RadioButton();
        card.setId("preference-device-" + device);
        card.setToggleGroup(group);
        card.setAccessibleText(name.getText() + ". " + about.getText());
        HBox face = new HBox(12, new FontIcon(icon), new VBox(2, name, about));
        face.setAlignment(Pos.CENTER_LEFT);
        face.setPadding(new Insets(0, 0, 0, 12));
        card.setGraphic(face);
        card.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().addAll("loom-card", "radio-card");
        card.setOnAction(event -> preferences.set(ProgramSettings.DEVICE, device));
        preferences.property(ProgramSettings.DEVICE).subscribe(now -> {
            card.setSelected(now.equals(device));
            card.getStyleClass().remove("on");
            if (card.isSelected()) {
                card.getStyleClass().add("on");
            }
        });
        return card;
    }

    private void showModels() {
        list.getChildren().clear();
        for (ModelEntry model : models) {
            Label size = new Label();
            size.getStyleClass().addAll("t-small", "muted");
            size.setMinWidth(Region.USE_PREF_SIZE);
            weigh(model.folder(), size);
            Label ready = new Label(WORDS.text("models.ready"));
            ready.getStyleClass().addAll("pill", "ok");
            ready.setMinWidth(Region.USE_PREF_SIZE);
            list.getChildren()
                    .add(row("mdi2c-cube-outline", model.title(), model.folder().toString(), size, ready));
        }
        if (models.isEmpty()) {
            list.getChildren()
                    .add(row("mdi2a-alert-outline", WORDS.text("models.none"), WORDS.text("models.none.note")));
        }
    }

    /// Adds up a folder's files in the background.
    private static void weigh(Path folder, Label size) {
        Thread.ofVirtual().start(() -> {
            try (Stream<Path> files = Files.walk(folder)) {
                long bytes = files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                String text = String.format(Locale.getDefault(), "%.0f MB", bytes / 1e6);
                Platform.runLater(() -> size.setText(text));
            } catch (IOException | UncheckedIOException e) {
                Platform.runLater(() -> size.setText(WORDS.text("models.unreadable")));
            }
        });
    }

    private void showFolders(List<Path> known) {
        folders.getChildren().clear();
        for (Path folder : known) {
            IconButton remove = new IconButton("mdi2c-close", WORDS.text("folders.remove", folder));
            remove.setOnAction(event -> {
                List<Path> fewer = new ArrayList<>(preferences.get(ProgramSettings.MODEL_FOLDERS));
                fewer.remove(folder);
                preferences.set(ProgramSettings.MODEL_FOLDERS, List.copyOf(fewer));
            });
            String state = Files.isDirectory(folder) ? "" : WORDS.text("folders.missing");
            folders.getChildren().add(row("mdi2f-folder", folder.toString(), state, remove));
        }
        boolean any = !known.isEmpty();
        folders.setVisible(any);
        folders.setManaged(any);
    }

    private static Node row(String icon, String title, String note, Node... end) {
        VBox text = new VBox(2, new Label(title));
        if (!note.isBlank()) {
            Label about = new Label(note);
            about.getStyleClass().addAll("t-caption", "muted");
            text.getChildren().add(about);
        }
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, new FontIcon(icon), text);
        row.getChildren().addAll(end);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pref-row");
        return row;
    }

    private void ask(Node near) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("folders.add"));
        File chosen = chooser.showDialog(near.getScene().getWindow());
        if (chosen != null) {
            add(chosen.toPath());
        }
    }

    /// Looks for models in one more folder from now on.
    private void add(Path folder) {
        List<Path> more = new ArrayList<>(preferences.get(ProgramSettings.MODEL_FOLDERS));
        if (!more.contains(folder)) {
            more.add(folder);
            preferences.set(ProgramSettings.MODEL_FOLDERS, List.copyOf(more));
        }
    }
}
