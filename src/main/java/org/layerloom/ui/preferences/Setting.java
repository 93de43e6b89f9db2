package org.layerloom.ui.preferences;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Objects;
import java.util.function.Predicate;

/// One thing that the program remembers between starts. Each package names its own; the file keeps what it does not
/// know.
///
/// @param name in the file: `autosaveSeconds`; unique in the program
/// @param type what Jackson reads and writes: numbers, texts, enums, records, lists and maps of these
/// @param fallback while nothing is remembered, and in place of what is not allowed
/// @param allowed whether a value read from the file can be used
public record Setting<T>(String name, TypeReference<T> type, T fallback, Predicate<T> allowed) {
    public Setting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(allowed);
        if (!allowed.test(fallback)) {
            throw new IllegalArgumentException("the fallback " + fallback + " of " + name + " is not allowed");
        }
    }

    /// A setting that may have every value of its type.
    public Setting(String name, TypeReference<T> type, T fallback) {
        this(name, type, fallback, value -> true);
    }

    public static Setting<Boolean> of(String name, boolean fallback) {
        return new Setting<>(name, new TypeReference<>() {}, fallback);
    }

    public static Setting<String> of(String name, String fallback) {
        return new Setting<>(name, new TypeReference<>() {}, fallback);
    }

    /// A whole number from `min` to `max`.
    public static Setting<Integer> of(String name, int fallback, int min, int max) {
        return new Setting<>(name, new TypeReference<>() {}, fallback, value -> value >= min && value <= max);
    }
}
