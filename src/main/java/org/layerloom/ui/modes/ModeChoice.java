package org.layerloom.ui.modes;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.Setting;

/// The mode that the user chose for the next run, and what the run is given. Lives on the JavaFX thread.
public final class ModeChoice {
    /// The modes that models were used in last, by the models' ids.
    private static final Setting<Map<String, Mode>> LAST = new Setting<>("modes", new TypeReference<>() {}, Map.of());

    private final ObjectProperty<Map<String, Mode>> last = new SimpleObjectProperty<>(LAST.fallback());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.LAYERS);
    private final ObjectProperty<ModeInputs> inputs = new SimpleObjectProperty<>(ModeInputs.USUAL);

    /// The model that a chosen mode is remembered for; blank while the mode follows the model.
    private String model = "";

    public ModeChoice() {
        mode.subscribe(this::remember);
    }

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

    /// Has the modes that models were used in last kept from one start of the program to the next.
    public void keepIn(Preferences preferences) {
        last.bindBidirectional(preferences.property(LAST));
    }

    /// Chooses the mode for another model: the one that it was used in last, where it still can be, else layers in
    /// boxes, else the first that can.
    public void follow(ModelEntry entry) {
        model = "";
        Set<Mode> modes = entry.abilities().modes().keySet();
        List<Mode> ready = modes.stream().filter(entry.abilities()::can).toList();
        mode.set(Optional.ofNullable(last.get().get(entry.id()))
                .filter(ready::contains)
                .or(() -> ready.stream().findFirst())
                .or(() -> modes.stream().findFirst())
                .orElse(Mode.LAYERS));
        model = entry.id();
    }

    private void remember(Mode chosen) {
        if (!model.isEmpty()) {
            Map<String, Mode> more = new HashMap<>(last.get());
            more.put(model, chosen);
            last.set(Map.copyOf(more));
        }
    }

    /// The run that is meant for a document and what is selected in it.
    public ModeRun run(Document document, List<LayerId> selected) {
        return ModeRun.of(mode.get(), inputs.get(), document, selected);
    }
}
