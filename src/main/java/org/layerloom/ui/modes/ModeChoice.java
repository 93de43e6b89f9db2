package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Mode;

/// The mode that the user chose for the next run, and what the run is given. Lives on the JavaFX thread.
public final class ModeChoice {
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.LAYERS);
    private final ObjectProperty<ModeInputs> inputs = new SimpleObjectProperty<>(ModeInputs.USUAL);

    /// The mode of the next run; one that the model has.
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public Mode mode() {
        return mode.get();
    }

    /// What runs in modes are given.
    public ObjectProperty<ModeInputs> inputsProperty() {
        return inputs;
    }

    public ModeInputs inputs() {
        return inputs.get();
    }

    /// Chooses the mode for another model: the one it was used in last, where it still can be, else layers in boxes,
    /// else the first that can.
    public void follow(Abilities abilities, Optional<Mode> last) {
        List<Mode> modes = Detour.modes(abilities);
        List<Mode> ready =
                modes.stream().filter(m -> Detour.can(abilities, m)).toList();
        mode.set(last.filter(ready::contains)
                .or(() -> ready.stream().findFirst())
                .or(() -> modes.stream().findFirst())
                .orElse(Mode.LAYERS));
    }

    /// The run that is meant for a document and what is selected in it.
    public ModeRun run(Document document, List<LayerId> selected) {
        return ModeRun.of(mode.get(), inputs.get(), document, selected);
    }
}
