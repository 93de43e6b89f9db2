package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.ui.Chip;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.RasterPictures;

/// A picture that steers the shapes of what is made: its edges, its main lines or its depth, and how strongly.
final class SteeringFields extends HBox {
    private static final int PERCENT = 100;

    private final ModeChoice choice;
    private final Abilities abilities;
    private final Chip kind = new Chip(Modes.text("role.control"), "mdi2v-vector-curve", true);
    private final SourceChip picture;
    private final NumberField weight =
            new NumberField(Modes.text("control.weight"), Modes.text("control.weight"), "%", 0, 2 * PERCENT);

    SteeringFields(ModeChoice choice, Abilities abilities, Editor editor, RasterPictures pictures) {
        super(8);
        this.choice = choice;
        this.abilities = abilities;
        setAlignment(Pos.CENTER_LEFT);
        picture = new SourceChip(
                editor,
                pictures,
                Modes.text("control.of"),
                List.of(new Source.Selected(), new Source.Everything()),
                () -> choice.inputs().steering().map(Steering::picture).orElse(new Source.Selected()),
                source -> set(choice.inputs().steering().map(steering -> steering.with(source))));
        kind.setOnAction(event -> menu().show(kind, Side.BOTTOM, 0, 4));
        weight.setId("control-weight");
        weight.setPrefWidth(128);
        weight.setOnCommit(percent ->
                set(choice.inputs().steering().map(steering -> steering.withWeight((double) percent / PERCENT))));
        getChildren().setAll(ModeFields.labelled(Modes.text("role.control"), kind), picture, weight);
        refresh();
    }

    private void set(Optional<Steering> steering) {
        choice.inputsProperty().set(choice.inputs().withSteering(steering));
    }

    void refresh() {
        Optional<Steering> steering = choice.inputs().steering();
        kind.show(steering.map(it -> Modes.title(it.control().kind())).orElseGet(() -> Modes.text("control.none")));
        picture.setVisible(steering.isPresent());
        picture.setManaged(steering.isPresent());
        weight.setVisible(steering.isPresent());
        weight.setManaged(steering.isPresent());
        steering.ifPresent(it -> weight.show((int) Math.round(it.control().weight() * PERCENT)));
        picture.refresh();
    }

    private ContextMenu menu() {
        Optional<Steering> now = choice.inputs().steering();
        RadioMenuItem none = new RadioMenuItem(Modes.text("control.none"));
        none.setSelected(now.isEmpty());
        none.setOnAction(event -> set(Optional.empty()));
        ContextMenu menu = new ContextMenu(none);
        for (Control.Kind each : abilities.controls().keySet()) {
            List<MissingFile> missing = abilities.controls().get(each);
            String title = Modes.title(each);
            RadioMenuItem item = new RadioMenuItem(missing.isEmpty() ? title : Modes.needed(title, missing));
            item.setDisable(!missing.isEmpty());
            item.setSelected(now.filter(it -> it.control().kind() == each).isPresent());
            item.setOnAction(event -> choose(each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void choose(Control.Kind wanted) {
        Optional<Steering> now = choice.inputs().steering();
        double weighs = now.map(steering -> steering.control().weight()).orElse(1.0);
        Source from = now.map(Steering::picture).orElse(new Source.Selected());
        set(Optional.of(new Steering(new Control(wanted, weighs), from)));
    }
}
