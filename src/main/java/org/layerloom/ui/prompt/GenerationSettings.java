package org.layerloom.ui.prompt;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Lora;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Tuning;
import org.layerloom.generate.WeightForm;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.preferences.Setting;

/// What the user chose for the next run beside prompt and boxes. Lives on the JavaFX thread.
public final class GenerationSettings {
    /// Seeds that are rolled have at most six digits: they are read out and typed.
    public static final int MAX_ROLLED_SEED = 999_999;

    private final LongProperty seed = new SimpleLongProperty(roll());
    private final BooleanProperty seedLocked = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> steps = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalDouble> guidance = new SimpleObjectProperty<>(OptionalDouble.empty());

    private final ObjectProperty<OptionalDouble> embeddedGuidance = new SimpleObjectProperty<>(OptionalDouble.empty());

    private final StringProperty device = new SimpleStringProperty("auto");
    private final ObjectProperty<WeightForm> weights = new SimpleObjectProperty<>(WeightForm.STORED);
    private final DoubleProperty strength = new SimpleDoubleProperty(1);
    private final StringProperty negative = new SimpleStringProperty("");
    private final ObjectProperty<Tuning> tuning = new SimpleObjectProperty<>(Tuning.NONE);
    private final ObjectProperty<GenerationMemory> memory = new SimpleObjectProperty<>(GenerationMemory.NOTHING);
    private final IntegerProperty versions =
            new SimpleIntegerProperty(memory.get().versions());

    /// The memory's place among the settings of the program.
    private static final Setting<GenerationMemory> MEMORY =
            new Setting<>("generation", new TypeReference<>() {}, GenerationMemory.NOTHING);

    GenerationSettings() {
        versions.addListener((o, before, now) -> remember(memory.get().withVersions(now.intValue())));
        memory.addListener((o, before, now) -> versions.set(now.versions()));
    }

    /// Seed of the next run.
    public LongProperty seedProperty() {
        return seed;
    }

    /// Whether the next run keeps the seed; else each run rolls another one for the next.
    public BooleanProperty seedLockedProperty() {
        return seedLocked;
    }

    /// Steps of painting; empty = the model's own number.
    public ObjectProperty<OptionalInt> stepsProperty() {
        return steps;
    }

    /// How closely the prompt is followed; empty = the model's own value.
    public ObjectProperty<OptionalDouble> guidanceProperty() {
        return guidance;
    }

    /// The same as a distilled model's input; empty = the model's own value, or the model takes none.
    public ObjectProperty<OptionalDouble> embeddedGuidanceProperty() {
        return embeddedGuidance;
    }

    /// How far a re-rolled layer may leave what it is now, 0..1; 1 = it starts from noise.
    public DoubleProperty strengthProperty() {
        return strength;
    }

    /// What the picture is to stay away from; blank = nothing.
    public StringProperty negativeProperty() {
        return negative;
    }

    /// Sampler, files of changed weights and the like; of use for models that have samplers.
    public ObjectProperty<Tuning> tuningProperty() {
        return tuning;
    }

    /// Where the next run is made: `auto`, `cpu`, `cuda` or `mps`.
    public StringProperty deviceProperty() {
        return device;
    }

    /// How many versions a re-roll makes to choose from.
    public IntegerProperty versionsProperty() {
        return versions;
    }

    /// What is kept from one start of the program to the next.
    public ObjectProperty<GenerationMemory> memoryProperty() {
        return memory;
    }

    /// Has the memory kept, and takes the device and the form of weights, from one start of the program to the next.
    public void keepIn(Preferences preferences) {
        memory.bindBidirectional(preferences.property(MEMORY));
        device.bind(preferences.property(ProgramSettings.DEVICE));
        weights.bind(preferences.property(ProgramSettings.WEIGHTS));
    }

    void remember(GenerationMemory now) {
        memory.set(now);
    }

    /// The prompts that a run is about can be used again.
    void remember(Wish wish, Document document) {
        GenerationMemory now = memory.get();
        for (LayerId box : wish.boxes(document)) {
            now = now.using(document.region(box).orElseThrow().prompt());
        }
        remember(now.using(document.prompt()));
    }

    public void rollSeed() {
        seed.set(roll());
    }

    void rollSeedUnlessLocked() {
        if (!seedLocked.get()) {
            rollSeed();
        }
    }

    /// What a run is made with.
    ///
    /// @param later whether others come before it, so that the seed shown is theirs
    RunSettings of(ModelEntry model, boolean later) {
        long its = later && !seedLocked.get() ? roll() : seed.get();
        Settings settings = new Settings(its, steps.get(), guidance.get(), embeddedGuidance.get(), device.get(), 1);
        String away = model.abilities().negative() ? negative.get().strip() : "";
        return new RunSettings(
                model.with(weights.get()), away, settings.with(tuningFor(model.abilities())), Remake.NEW, false);
    }

    /// What the model has not is left out.
    private Tuning tuningFor(Abilities abilities) {
        Tuning now = tuning.get();
        List<String> samplers = abilities.samplers();
        List<Lora> loras = abilities.loras() ? now.loras() : List.of();
        return samplers.isEmpty()
                ? new Tuning(Optional.empty(), loras, Tuning.NONE.patchStrength(), OptionalDouble.empty())
                : new Tuning(now.sampler().filter(samplers::contains), loras, now.patchStrength(), now.stopAt());
    }

    private static long roll() {
        return ThreadLocalRandom.current().nextLong(MAX_ROLLED_SEED + 1L);
    }
}
