package org.layerloom.ui.modes;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;

/// The runs that a mode takes with a model: one, or two where the model has no way of its own. A background for a
/// layer is also made by painting the picture that the layer is part of, and then what is behind the layer in it.
public final class Detour {
    private static final List<Mode> BACKGROUND = List.of(Mode.FOREGROUND_TO_BLEND, Mode.BLEND_TO_BACKGROUND);

    private Detour() {}

    /// The modes of the runs, in their order; empty where there is no way.
    public static List<Mode> runs(Abilities abilities, Mode mode) {
        if (abilities.modes().containsKey(mode)) {
            return List.of(mode);
        }
        boolean around =
                mode == Mode.FOREGROUND_TO_BACKGROUND && abilities.modes().keySet().containsAll(BACKGROUND);
        return around ? BACKGROUND : List.of();
    }

    /// All modes that there is a way to, those whose files are missing too, in the order of [Mode].
    public static List<Mode> modes(Abilities abilities) {
        return List.of(Mode.values()).stream()
                .filter(mode -> !runs(abilities, mode).isEmpty())
                .toList();
    }

    /// The files that the way to a mode lacks.
    public static List<MissingFile> missing(Abilities abilities, Mode mode) {
        List<MissingFile> missing = new ArrayList<>();
        runs(abilities, mode).forEach(run -> missing.addAll(abilities.modes().get(run)));
        return missing.stream().distinct().toList();
    }

    /// Whether there is a way to a mode for which nothing is missing.
    public static boolean can(Abilities abilities, Mode mode) {
        return !runs(abilities, mode).isEmpty() && missing(abilities, mode).isEmpty();
    }
}
