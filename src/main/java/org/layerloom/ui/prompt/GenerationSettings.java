package org.layerloom.ui.prompt;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.generate.Settings;

/// What the user chose for the next run beside prompt and boxes. Lives on the JavaFX thread.
public final class GenerationSettings {
    /// Seeds that are rolled have at most six digits: they are read out and typed.
    public static final int MAX_ROLLED_SEED = 999_999;

    private final LongProperty seed = new SimpleLongProperty(roll());
    private final BooleanProperty seedLocked = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> steps = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalDouble> guidance = new SimpleObjectProperty<>(OptionalDouble.empty());

    GenerationSettings() {}

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

    public void rollSeed() {
        seed.set(roll());
    }

    private static long roll() {
        return ThreadLocalRandom.current().nextLong(MAX_ROLLED_SEED + 1L);
    }

    Settings withSeed(long seed) {
        return new Settings(seed, steps.get(), guidance.get(), OptionalDouble.empty(), "auto", 1);
    }
}
