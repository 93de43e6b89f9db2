package org.layerloom.ui.modes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.words.Words;

/// The modes in a designer's words.
public final class Modes {
    private static final Words WORDS = Words.of(Modes.class);

    private Modes() {}

    static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }

    /// Its name: `Background for a layer`.
    public static String title(Mode mode) {
        return WORDS.text("mode." + mode.word());
    }

    /// One sentence of what it does.
    static String about(Mode mode) {
        return WORDS.text("mode." + mode.word() + ".about");
    }

    /// Which pictures the user is asked for: those that the mode needs, and a background to harmonise with.
    static List<Role> asked(Mode mode) {
        return Stream.of(Role.FOREGROUND, Role.BACKGROUND, Role.BLEND)
                .filter(role -> mode.needs(role) || mode == Mode.HARMONISE && role == Role.BACKGROUND)
                .toList();
    }

    /// Whether the background has a prompt of its own.
    static boolean promptsBackground(Mode mode) {
        return mode == Mode.JOINT || mode == Mode.HARMONISE;
    }

    /// `Foreground`, `Background`, `Picture`.
    static String title(Role role) {
        return WORDS.text("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /// `Edges`, `Scribble`, `Depth`.
    public static String title(Control.Kind kind) {
        return WORDS.text("control." + kind.name().toLowerCase(Locale.ROOT));
    }

    /// Why a run cannot start without a picture.
    ///
    /// @param source null = nothing was chosen that is there
    static String missing(Role role, Source source) {
        boolean below = source instanceof Source.Below;
        return WORDS.text("obstacle." + (below ? "below" : role.name().toLowerCase(Locale.ROOT)));
    }

    /// What a picture is called: a layer by its name.
    static String name(Source source, Document document) {
        return switch (source) {
            case Source.Selected _ -> WORDS.text("source.selected");
            case Source.Of(LayerId layer) -> Moves.name(document, layer);
            case Source.Below _ -> WORDS.text("source.below");
            case Source.Everything _ -> WORDS.text("source.everything");
            case Source.Nothing _ -> WORDS.text("source.nothing");
        };
    }

    /// What the queue, the progress and the history call a run: `Background for a layer: Fox`.
    public static String label(ModeRun run, Document document) {
        String title = run.strength().isPresent() ? WORDS.text("variation") : title(run.mode());
        return subject(run, document)
                .map(name -> WORDS.text("run.of", title, name))
                .orElse(title);
    }

    private static Optional<String> subject(ModeRun run, Document document) {
        if (run.boxes().size() == 1) {
            return Optional.of(Moves.name(document, run.boxes().getFirst()));
        }
        if (!run.boxes().isEmpty()) {
            return Optional.of(WORDS.text("boxes", run.boxes().size()));
        }
        return run.mode().makes(Role.FOREGROUND)
                ? Optional.empty()
                : asked(run.mode()).stream()
                        .flatMap(role -> Optional.ofNullable(run.pictures().get(role)).stream())
                        .map(source -> name(source, document))
                        .findFirst();
    }

    /// `Harmonise needs a.safetensors, b.safetensors in FOLDER`, where files are missing.
    public static String needed(String what, List<MissingFile> files) {
        return WORDS.text("needed", what, names(files), files.getFirst().place());
    }

    /// `Needs a.safetensors in FOLDER`.
    static String needed(List<MissingFile> files) {
        return WORDS.text("needs", names(files), files.getFirst().place());
    }

    static String names(List<MissingFile> files) {
        return files.stream().map(MissingFile::name).distinct().collect(Collectors.joining(", "));
    }
}
