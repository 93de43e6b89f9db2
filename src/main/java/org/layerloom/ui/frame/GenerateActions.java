package org.layerloom.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.prompt.GenerationSession;

/// The actions that start and stop runs.
public final class GenerateActions {
    private GenerateActions() {}

    public static void register(Actions actions, Editor editor, GenerationSession session) {
        BooleanBinding idle = session.runningProperty().not();
        BooleanBinding box = Bindings.createBooleanBinding(
                () -> !session.runningProperty().get()
                        && editor.selectedRegion().isPresent(),
                session.runningProperty(),
                editor.documentProperty(),
                editor.selectionProperty());
        actions.register(
                Action.of(Section.GENERATE, "generate", "Generate", session::generate)
                        .withIcon("mdi2c-creation")
                        .withKey("Shortcut+Enter")
                        .enabledWhen(idle),
                Action.of(Section.GENERATE, "generate-empty", "Generate empty boxes only", session::generateEmpty)
                        .enabledWhen(idle),
                Action.of(
                                Section.GENERATE,
                                "reroll",
                                "Re-roll this layer",
                                () -> editor.selectedRegion().ifPresent(region -> session.reroll(region.layer())))
                        .withIcon("mdi2d-dice-5-outline")
                        .withKey("Shortcut+Shift+R")
                        .enabledWhen(box),
                Action.of(Section.GENERATE, "cancel", "Cancel the run", session::cancel)
                        .withIcon("mdi2s-stop")
                        .withKey("Shift+X")
                        .afterRule()
                        .enabledWhen(session.runningProperty()));
    }
}
