package org.layerloom.ui.preferences;

import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.generate.WeightForm;
import org.layerloom.ui.Choice;
import org.layerloom.words.Words;

/// The page that says where models run.
final class DevicePage {
    private static final Words WORDS = Words.of(DevicePage.class);

    private final Preferences preferences;

    DevicePage(Preferences preferences) {
        this.preferences = preferences;
    }

    /// @param inUse the device that the loaded model runs on, in words; blank before the first run
    Node page(ObservableStringValue inUse) {
        PageForm page = new PageForm(PreferencesPage.DEVICE);
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
}
