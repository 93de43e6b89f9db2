package org.layerloom.ui.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.Mode;
import org.layerloom.ui.Editor;
import org.layerloom.ui.RasterPictures;

/// What the mode asks for beside prompt and boxes: pictures from the document, a prompt for the background, what to
/// start from, what steers the shapes. Not there at all where it asks for nothing.
public final class ModeFields extends VBox {
    private static final int PICTURE = 20;

    private final Editor editor;
    private final ModeChoice choice;
    private final RasterPictures pictures = new RasterPictures(PICTURE);
    private final FlowPane fields = new FlowPane(12, 8);
    private final TextField background = new TextField();
    private final List<Runnable> refreshes = new ArrayList<>();
    private Abilities abilities;

    public ModeFields(Editor editor, ModeChoice choice) {
        super(8);
        this.editor = editor;
        this.choice = choice;
        setId("mode-fields");
        background.setId("background-prompt");
        background.getStyleClass().add("loom-text");
        background.setPromptText(Modes.text("prompt.background.about"));
        background.setAccessibleText(Modes.text("prompt.background"));
        background
                .textProperty()
                .addListener((o, before, now) ->
                        choice.inputsProperty().set(choice.inputs().withBackgroundPrompt(now)));
        fields.setRowValignment(VPos.CENTER);
        getChildren().setAll(fields, background);
        choice.modeProperty().addListener(o -> build());
        choice.inputsProperty().addListener(o -> refresh());
        editor.documentProperty().addListener(o -> refresh());
        editor.selectedProperty().addListener(o -> refresh());
        build();
    }

    /// The model that the modes are one of; null = none.
    public void setAbilities(Abilities abilities) {
        this.abilities = abilities;
        build();
    }

    static HBox labelled(String text, Node control) {
        Label label = new Label(text);
        label.getStyleClass().addAll("t-small", "muted");
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(6, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void build() {
        Mode mode = choice.mode();
        fields.getChildren().clear();
        refreshes.clear();
        for (Role role : Modes.asked(mode)) {
            SourceChip chip = new SourceChip(
                    editor,
                    pictures,
                    Modes.title(role),
                    offers(role, mode),
                    () -> choice.inputs().picture(role),
                    source -> choice.inputsProperty().set(choice.inputs().with(role, source)));
            add(chip, chip::refresh);
        }
        if (mode == Mode.FOREGROUND) {
            StartFields start = new StartFields(choice);
            add(start, start::refresh);
        }
        boolean steered = abilities != null && !abilities.controls().isEmpty();
        if (steered && mode != Mode.LAYERS && mode.takesControl()) {
            SteeringFields steering = new SteeringFields(choice, abilities, editor, pictures);
            add(steering, steering::refresh);
        }
        show(fields, !fields.getChildren().isEmpty());
        show(background, Modes.promptsBackground(mode));
        show(this, fields.isVisible() || background.isVisible());
        refresh();
    }

    private void add(Node node, Runnable refresh) {
        fields.getChildren().add(node);
        refreshes.add(refresh);
    }

    private static List<Source> offers(Role role, Mode mode) {
        return switch (role) {
            case BACKGROUND ->
                mode.needs(role)
                        ? List.of(new Source.Below(), new Source.Selected())
                        : List.of(new Source.Below(), new Source.Nothing(), new Source.Selected());
            case BLEND -> List.of(new Source.Everything(), new Source.Selected());
            case FOREGROUND, LAYER, CONTROL -> List.of(new Source.Selected());
        };
    }

    private void refresh() {
        if (!isVisible()) {
            return;
        }
        if (!background
                .getText()
                .strip()
                .equals(choice.inputs().backgroundPrompt().strip())) {
            background.setText(choice.inputs().backgroundPrompt());
        }
        refreshes.forEach(Runnable::run);
        List<Raster> used = editor.document()
                .allLayers()
                .flatMap(layer -> layer instanceof RasterLayer pixels
                        ? Optional.of(pixels.raster()).stream()
                        : Optional.<Raster>empty().stream())
                .toList();
        pictures.keepOnly(used);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
