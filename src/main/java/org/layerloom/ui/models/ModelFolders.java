package org.layerloom.ui.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;

/// The folders and single files that the user has models looked for in. Taking one out of the list deletes nothing.
record ModelFolders(Preferences preferences) {
    List<Path> all() {
        return preferences.get(ProgramSettings.MODEL_FOLDERS);
    }

    /// Takes places in; those that are there already stay where they are.
    void add(List<Path> places) {
        List<Path> more = new ArrayList<>(all());
        places.stream()
                .map(place -> place.toAbsolutePath().normalize())
                .filter(place -> !more.contains(place))
                .forEach(more::add);
        set(more);
    }

    void remove(Path place) {
        List<Path> fewer = new ArrayList<>(all());
        fewer.remove(place);
        set(fewer);
    }

    private void set(List<Path> places) {
        if (!places.equals(all())) {
            preferences.set(ProgramSettings.MODEL_FOLDERS, List.copyOf(places));
        }
    }

    /// What of dropped things can be looked in: folders, and files of weights.
    static List<Path> usable(List<Path> dropped) {
        return dropped.stream()
                .filter(place -> Files.isDirectory(place) || isWeights(place))
                .toList();
    }

    private static boolean isWeights(Path place) {
        String name = place.getFileName() == null ? "" : place.getFileName().toString();
        return name.matches(".*\\.(safetensors|ckpt)");
    }

    /// Whether a place is there, at the end of links too.
    static boolean isThere(Path place) {
        try {
            return Files.exists(place.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
