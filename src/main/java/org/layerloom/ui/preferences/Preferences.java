package org.layerloom.ui.preferences;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the user chose for the program, kept between starts: a value for each `Setting`, to be listened to and set.
/// Every change is written at once, in the background. Lives on the JavaFX thread.
public final class Preferences {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LAST_WRITE_SECONDS = 5;

    private final ObjectNode values;
    private final Map<String, ObjectProperty<?>> properties = new HashMap<>();
    private final Optional<PreferencesFile> file;
    private final Optional<String> problem;
    private final AtomicReference<ObjectNode> unwritten = new AtomicReference<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("preferences").daemon().factory());
    private Consumer<IOException> onFailure = e -> {};

    private Preferences(PreferencesFile.Loaded loaded, Optional<PreferencesFile> file) {
        values = loaded.values();
        problem = loaded.problem();
        this.file = file;
    }

    /// The settings kept in `path`. A missing file means that all is as it comes; a damaged one too, and is kept aside.
    public static Preferences in(Path path) {
        PreferencesFile file = new PreferencesFile(path);
        return new Preferences(file.read(), Optional.of(file));
    }

    /// Settings as they come, which nothing keeps.
    public static Preferences unkept() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return new Preferences(new PreferencesFile.Loaded(none, Optional.empty()), Optional.empty());
    }

    /// What the user is to be told about the file that was read.
    public Optional<String> problem() {
        return problem;
    }

    /// Hears that the settings could not be written, on a thread of its own.
    public void setOnFailure(Consumer<IOException> onFailure) {
        this.onFailure = onFailure;
    }

    public <T> T get(Setting<T> setting) {
        return property(setting).get();
    }

    public <T> void set(Setting<T> setting, T value) {
        property(setting).set(value);
    }

    /// The value as a property, the same one for every caller.
    @SuppressWarnings("unchecked") // a name stands for one setting, and so for one type
    public <T> ObjectProperty<T> property(Setting<T> setting) {
        return (ObjectProperty<T>) properties.computeIfAbsent(setting.name(), name -> {
            ObjectProperty<T> property = new SimpleObjectProperty<>(read(setting));
            property.addListener((o, before, now) -> keep(name, now));
            return property;
        });
    }

    private <T> T read(Setting<T> setting) {
        JsonNode kept = values.get(setting.name());
        if (kept == null || kept.isNull()) {
            return setting.fallback();
        }
        try {
            JavaType type = JSON.constructType(setting.type());
            T value = JSON.readerFor(type).readValue(kept);
            return value != null && setting.allowed().test(value) ? value : setting.fallback();
        } catch (IOException | IllegalArgumentException e) {
            return setting.fallback(); // written by hand, or by another version
        }
    }

    private void keep(String name, Object value) {
        values.set(name, JSON.valueToTree(value));
        file.ifPresent(kept -> {
            // Many changes in a row are one writing.
            if (unwritten.getAndSet(values.deepCopy()) == null) {
                disk.execute(() -> write(kept));
            }
        });
    }

    private void write(PreferencesFile kept) {
        try {
            kept.write(unwritten.getAndSet(null));
        } catch (IOException e) {
            onFailure.accept(e);
        }
    }

    /// Waits until all that was set is written; nothing can be set after. Not needed for settings that nothing keeps.
    public void close() {
        disk.shutdown();
        try {
            disk.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
