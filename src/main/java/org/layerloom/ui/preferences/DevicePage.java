package org.layerloom.ui.preferences;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.DeviceProbe;
import org.layerloom.device.Libtorch;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.generate.WeightForm;
import org.layerloom.ui.Choice;
import org.layerloom.words.Words;

/// The page that says where models run and why, what was found on this computer, and which libtorch a graphics card is
/// used with. The computer is asked in the background.
final class DevicePage {
    private static final Words WORDS = Words.of(DevicePage.class);

    private final Preferences preferences;
    private final Supplier<DeviceFacts> probe;
    private final Optional<LibtorchChoice> choice;
    private final Label decision = PageForm.note("");
    private final VBox found = new VBox();
    private final Label folder = new Label();
    private final Label told = PageForm.note("");
    private final Button forget = button("libtorch-forget", "libtorch.forget", "mdi2b-backup-restore");
    private final Button again = button("libtorch-again", "libtorch.again", "mdi2r-redo");

    private int looks;

    /// @param probe  finds out what there is; asked on a thread of its own
    /// @param choice of a folder with libtorch; empty where nothing can be kept
    DevicePage(Preferences preferences, Supplier<DeviceFacts> probe, Optional<LibtorchChoice> choice) {
        this.preferences = preferences;
        this.probe = probe;
        this.choice = choice;
    }

    /// @param inUse the device that the loaded model runs on, in words; blank before the first run
    PageForm page(ObservableStringValue inUse) {
        PageForm page = new PageForm(PreferencesPage.DEVICE);
        ToggleGroup group = new ToggleGroup();
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        page.getChildren()
                .addAll(
                        card("auto", "mdi2a-auto-fix", group),
                        card(mac ? "mps" : "cuda", "mdi2e-expansion-card-variant", group),
                        card("cpu", "mdi2c-cpu-64-bit", group));
        decision.setId("device-decision");
        told(decision, WORDS.text("device.looking"));
        Label now = PageForm.note("");
        now.setId("preference-device-now");
        now.textProperty().bind(inUse.map(words -> words.isBlank() ? "" : WORDS.text("device.now", words)));
        now.visibleProperty().bind(now.textProperty().isNotEmpty());
        now.managedProperty().bind(now.visibleProperty());
        page.getChildren().addAll(decision, now);
        page.section(WORDS.text("device.found"));
        found.setId("device-found");
        found.getStyleClass().addAll("loom-card", "pref-list");
        page.getChildren().add(found);
        addWeights(page);
        if (!mac) {
            choice.ifPresent(kept -> addLibtorch(page, kept));
        }
        preferences.property(ProgramSettings.DEVICE).subscribe(asked -> look());
        return page;
    }

    private void addWeights(PageForm page) {
        ComboBox<WeightForm> weights =
                Choice.of(List.of(WeightForm.values()), 208, form -> WORDS.text("weights." + form));
        weights.setId("preference-weights");
        weights.valueProperty().bindBidirectional(preferences.property(ProgramSettings.WEIGHTS));
        page.setting(WORDS.text("setting.weights"), WORDS.text("weights.note"), weights);
    }

    private Node card(String device, String icon, ToggleGroup group) {
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

    private void addLibtorch(PageForm page, LibtorchChoice kept) {
        page.section(WORDS.text("setting.libtorch"));
        page.getChildren().add(PageForm.note(WORDS.text("libtorch.note", Libtorch.VERSION)));
        folder.setId("libtorch-folder");
        folder.setMinWidth(0);
        Button choose = button("libtorch-choose", "libtorch.choose", "mdi2f-folder-outline");
        choose.setOnAction(event -> ask(kept, choose));
        forget.setOnAction(event -> keep(() -> {
            kept.forget();
            return WORDS.text("libtorch.restart");
        }));
        again.setOnAction(event -> keep(() -> {
            kept.tryAgain();
            return WORDS.text("libtorch.restart");
        }));
        HBox buttons = new HBox(8, choose, again, forget);
        buttons.setAlignment(Pos.CENTER_LEFT);
        told.setId("libtorch-told");
        told(told, System.getenv(DeviceProbe.FOLDER) == null ? "" : WORDS.text("libtorch.environment"));
        show(again, false);
        show(forget, false);
        page.getChildren().addAll(folder, buttons, told);
    }

    private static Button button(String id, String key, String icon) {
        Button button = new Button(WORDS.text(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().setAll("button", "btn");
        return button;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static void told(Label label, String text) {
        label.setText(text);
        show(label, !text.isBlank());
    }

    private void showChoice(Optional<Path> chosen) {
        folder.setText(chosen.map(Path::toString).orElse(WORDS.text("libtorch.none")));
        show(forget, chosen.isPresent());
    }

    private void ask(LibtorchChoice kept, Node near) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("libtorch.choose"));
        File chosen = chooser.showDialog(near.getScene().getWindow());
        if (chosen != null) {
            choose(kept, chosen.toPath());
        }
    }

    /// Keeps a folder for the next start if its files will do; returns at once.
    void choose(LibtorchChoice kept, Path chosen) {
        keep(() -> {
            Libtorch libtorch = Libtorch.in(chosen);
            if (libtorch.state() != Libtorch.State.CUDA) {
                return WORDS.text("libtorch.refused", DeviceDecision.why(libtorch));
            }
            kept.choose(libtorch.folder().orElseThrow());
            return WORDS.text("libtorch.restart");
        });
    }

    /// Changes what is kept.
    private interface Change {
        /// @return what is to be said of it
        String make() throws IOException;
    }

    private void keep(Change change) {
        Thread.ofVirtual().start(() -> {
            String said;
            try {
                said = change.make();
            } catch (IOException e) {
                said = WORDS.text("libtorch.unkept", e.getMessage());
            }
            String text = said;
            Platform.runLater(() -> {
                told(told, text);
                look();
            });
        });
    }

    private void look() {
        String asked = preferences.get(ProgramSettings.DEVICE);
        int mine = ++looks;
        Thread.ofVirtual().start(() -> {
            DeviceFacts facts = probe.get();
            Optional<Path> chosen = choice.flatMap(LibtorchChoice::folder);
            Platform.runLater(() -> {
                if (mine == looks) { // a look that was begun later may have ended before
                    show(DeviceDecision.of(asked, facts));
                    showChoice(chosen);
                }
            });
        });
    }

    private void show(DeviceDecision now) {
        told(decision, now.sentence());
        show(again, now.fatalFolder().isPresent());
        found.getChildren().setAll(DeviceRows.of(now.facts()));
    }
}
