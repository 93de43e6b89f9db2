package org.layerloom.ui.preferences;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.layerloom.generate.WeightForm;
import org.layerloom.ui.Theme;

/// The settings of the program as a whole; those of one panel stand with it.
public final class ProgramSettings {
    public static final Setting<Theme> THEME = new Setting<>("theme", new TypeReference<>() {}, Theme.SYSTEM);

    /// `en`, `de`, or blank for the system's.
    public static final Setting<String> LANGUAGE = Setting.of("language", "");

    /// What lengths are shown and typed in.
    public static final Setting<LengthUnit> UNIT = new Setting<>("unit", new TypeReference<>() {}, LengthUnit.PIXELS);

    /// Pixels of a page to an inch of paper.
    public static final Setting<Integer> RESOLUTION = Setting.of("resolution", 300, 1, 9600);

    /// How long a change may be in memory only, s.
    public static final Setting<Integer> AUTOSAVE_SECONDS = Setting.of("autosaveSeconds", 20, 5, 600);

    /// How many earlier versions are kept of each project.
    public static final Setting<Integer> VERSIONS = Setting.of("versions", 3, 0, 50);

    /// Where models run: `auto`, `cpu`, `cuda` or `mps`.
    public static final Setting<String> DEVICE = Setting.of("device", "auto");

    /// How models that give the choice hold their matrices.
    public static final Setting<WeightForm> WEIGHTS =
            new Setting<>("weights", new TypeReference<>() {}, WeightForm.STORED);

    /// Address of another machine whose models are used too; blank = none.
    public static final Setting<String> REMOTE = Setting.of("remote", "");

    /// Folders that models are looked for in, beside the usual ones.
    public static final Setting<List<Path>> MODEL_FOLDERS =
            new Setting<>("modelFolders", new TypeReference<>() {}, List.of());

    /// Keys other than the usual ones: an action's name to a combination as JavaFX writes it; blank = no key.
    public static final Setting<Map<String, String>> KEYS = new Setting<>("keys", new TypeReference<>() {}, Map.of());

    /// Names of the actions that were searched for and run, the last one first.
    public static final Setting<List<String>> RECENT_ACTIONS =
            new Setting<>("recentActions", new TypeReference<>() {}, List.of());

    /// Whether the first steps were shown.
    public static final Setting<Boolean> TOUR_DONE = Setting.of("tourDone", false);

    private ProgramSettings() {}
}
