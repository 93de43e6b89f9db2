package org.layerloom.ui.frame;

import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.ui.prompt.RunProgress;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.words.Words;

/// The one sentence of the status bar about what the pointer can do now.
final class Hints {
    private static final Words WORDS = Words.of(Hints.class);

    private Hints() {}

    static String of(RunProgress run) {
        return run.step().isEmpty() ? run.title() : run.title() + ", " + run.step();
    }

    /// @param selected the selected box or layer, or null
    static String of(Document document, LayerId selected, ToolKind tool) {
        boolean box = selected != null && document.region(selected).isPresent();
        boolean layer = selected != null && document.layer(selected).isPresent();
        if (tool == ToolKind.BOX && box) {
            return WORDS.text("hint.box", Moves.name(document, selected));
        }
        if (tool == ToolKind.MOVE && (box || layer)) {
            return WORDS.text("hint.move", Moves.name(document, selected));
        }
        return tool.hint();
    }
}
