package org.layerloom.ui.start;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.Setting;

/// The files used last, the last one first.
public final class RecentFiles {
    /// The list as it is remembered.
    public static final Setting<List<RecentFile>> SETTING =
            new Setting<>("recentFiles", new TypeReference<>() {}, List.of());

    private static final int MOST = 12;

    private RecentFiles() {}

    /// The list with a file at its head; it stands there once.
    static List<RecentFile> with(List<RecentFile> files, RecentFile used) {
        List<RecentFile> next = new ArrayList<>(without(files, used.path()));
        next.addFirst(used);
        return List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }

    static List<RecentFile> without(List<RecentFile> files, String path) {
        return files.stream().filter(file -> !file.path().equals(path)).toList();
    }

    /// Remembers that a file was used now.
    ///
    /// @param layers what it holds
    public static void note(Preferences preferences, Path file, List<Layer> layers) {
        RecentFile used = used(file, System.currentTimeMillis(), layers);
        preferences.set(SETTING, with(preferences.get(SETTING), used));
    }

    /// A file that was used at `time`, ms since 1970, and holds these layers.
    static RecentFile used(Path file, long time, List<Layer> layers) {
        return new RecentFile(file.toAbsolutePath().normalize().toString(), time, count(layers));
    }

    /// Layers in groups count, groups do not.
    private static int count(List<Layer> layers) {
        return layers.stream()
                .mapToInt(layer -> layer instanceof GroupLayer group ? count(group.children()) : 1)
                .sum();
    }
}
