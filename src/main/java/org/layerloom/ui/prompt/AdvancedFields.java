package org.layerloom.ui.prompt;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Lora;
import org.layerloom.generate.Tuning;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// What can be tuned of a model: sampler (of Stable Diffusion), embedded guidance (of distilled models), files of
/// changed weights, and how much of LayerDiffuse's own changes counts and how long. Folded away until it is asked for.
final class AdvancedFields extends VBox {
    private static final Words WORDS = Words.of(AdvancedFields.class);
    private static final int PERCENT = 100;
    private static final int TENTHS = 10;
    private static final int MOST_PATCH = 200;
    private static final int MOST_LORA = 400;
    private static final double NUMBER_WIDTH = 96;

    private final GenerationSettings settings;
    private final VBox body = new VBox(8);
    private final VBox loras = new VBox(4);
    private final FontIcon fold = new FontIcon("mdi2c-chevron-right");

    /// @param abilities of the model, which takes files; without samplers it has only these and embedded guidance
    AdvancedFields(GenerationSettings settings, Abilities abilities) {
        super(8);
        this.settings = settings;
        Button head = new Button(WORDS.text("advanced"), fold);
        head.setId("advanced");
        head.getStyleClass().setAll("button", "choice-row", "i16");
        head.setOnAction(event -> open(!body.isVisible()));
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox numbers = new HBox(8, patch(), stop());
        numbers.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        if (abilities.embeddedGuidance()) {
            body.getChildren().add(embeddedGuidance());
        }
        if (!abilities.samplers().isEmpty()) {
            body.getChildren().addAll(sampler(abilities.samplers()), numbers);
        }
        body.getChildren().addAll(caption(WORDS.text("loras")), loras, add());
        getChildren().addAll(head, body);
        open(!settings.tuningProperty().get().equals(Tuning.NONE)
                || abilities.embeddedGuidance()
                        && settings.embeddedGuidanceProperty().get().isPresent());
        showLoras();
    }

    private void open(boolean opened) {
        body.setVisible(opened);
        body.setManaged(opened);
        fold.setIconLiteral(opened ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add("flabel");
        return caption;
    }

    private Tuning tuning() {
        return settings.tuningProperty().get();
    }

    private void set(Optional<String> sampler, List<Lora> files, double patchStrength, OptionalDouble stopAt) {
        settings.tuningProperty().set(new Tuning(sampler, files, patchStrength, stopAt));
    }

    private HBox sampler(List<String> samplers) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setId("sampler");
        combo.getStyleClass().add("combo");
        combo.setAccessibleText(WORDS.text("sampler"));
        combo.getItems().setAll(samplers);
        combo.setValue(tuning().sampler().filter(samplers::contains).orElse(samplers.getFirst()));
        combo.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(combo, Priority.ALWAYS);
        combo.setOnAction(event -> {
            Optional<String> chosen = Optional.of(combo.getValue()).filter(name -> !name.equals(samplers.getFirst()));
            set(chosen, tuning().loras(), tuning().patchStrength(), tuning().stopAt());
        });
        HBox row = new HBox(8, caption(WORDS.text("sampler")), combo);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private NumberField patch() {
        NumberField field = new NumberField(WORDS.text("patch"), WORDS.text("patch.about"), "%", 0, MOST_PATCH);
        field.setId("patch-strength");
        field.show((int) Math.round(tuning().patchStrength() * PERCENT));
        field.setOnCommit(
                percent -> set(tuning().sampler(), tuning().loras(), (double) percent / PERCENT, tuning().stopAt()));
        return field;
    }

    /// The guidance that costs no second pass.
    private NumberField embeddedGuidance() {
        NumberField field = new NumberField(
                WORDS.text("embedded"),
                WORDS.text("embedded.about"),
                "",
                0,
                QualityFields.MAX_GUIDANCE * TENTHS,
                TENTHS);
        field.setId("embedded-guidance");
        field.allowEmpty(
                WORDS.text("auto"), () -> settings.embeddedGuidanceProperty().set(OptionalDouble.empty()));
        field.setOnCommit(
                tenths -> settings.embeddedGuidanceProperty().set(OptionalDouble.of(tenths / (double) TENTHS)));
        settings.embeddedGuidanceProperty()
                .get()
                .ifPresent(guidance -> field.show((int) Math.round(guidance * TENTHS)));
        return field;
    }

    private NumberField stop() {
        NumberField field = new NumberField(WORDS.text("stop"), WORDS.text("stop.about"), "%", 0, PERCENT);
        field.setId("stop-at");
        field.allowEmpty(WORDS.text("auto"), () -> setStop(OptionalDouble.empty()));
        field.setOnCommit(percent -> setStop(OptionalDouble.of((double) percent / PERCENT)));
        tuning().stopAt().ifPresent(share -> field.show((int) Math.round(share * PERCENT)));
        return field;
    }

    private void setStop(OptionalDouble share) {
        set(tuning().sampler(), tuning().loras(), tuning().patchStrength(), share);
    }

    private Button add() {
        Button add = new Button(WORDS.text("lora.add"), new FontIcon("mdi2p-plus"));
        add.setId("lora-add");
        add.getStyleClass().setAll("button", "btn", "i16");
        add.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(WORDS.text("lora.choose"));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(WORDS.text("lora.files"), "*.safetensors"));
            File file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                addLora(file.toPath());
            }
        });
        return add;
    }

    /// A file stands in the list once.
    void addLora(Path file) {
        if (tuning().loras().stream().noneMatch(lora -> lora.file().equals(file))) {
            change(files -> {
                files.add(new Lora(file, 1));
                return files;
            });
        }
    }

    private void change(UnaryOperator<List<Lora>> edit) {
        List<Lora> files = edit.apply(new ArrayList<>(tuning().loras()));
        set(tuning().sampler(), files, tuning().patchStrength(), tuning().stopAt());
        showLoras();
    }

    private void showLoras() {
        loras.getChildren().setAll(tuning().loras().stream().map(this::row).toList());
        loras.setManaged(!loras.getChildren().isEmpty());
    }

    private Node row(Lora lora) {
        String name = lora.file().getFileName().toString();
        Label label = new Label(name);
        label.getStyleClass().add("t-small");
        label.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        NumberField strength = new NumberField("", WORDS.text("lora.strength", name), "%", -MOST_LORA, MOST_LORA);
        strength.setMinWidth(NUMBER_WIDTH);
        strength.setMaxWidth(NUMBER_WIDTH);
        strength.show((int) Math.round(lora.strength() * PERCENT));
        strength.setOnCommit(percent -> change(files -> {
            files.replaceAll(other ->
                    other.file().equals(lora.file()) ? new Lora(lora.file(), (double) percent / PERCENT) : other);
            return files;
        }));
        IconButton remove = new IconButton("mdi2c-close", WORDS.text("lora.remove", name));
        remove.getStyleClass().add("i14");
        remove.setOnAction(event -> change(files -> {
            files.removeIf(other -> other.file().equals(lora.file()));
            return files;
        }));
        HBox row = new HBox(6, label, space, strength, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
