package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.ui.actions.ActionWalk;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.LayerActions;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Random walks through the actions: without a window the many edits of layers, in the window all that need no dialog.
@ExtendWith(ApplicationExtension.class)
final class ActionWalkTest {
    private static final int STEPS = 2_000;
    private static final int STEPS_IN_WINDOW = 2_000;
    /// Between as many, JavaFX lays the window out and draws it, which costs more than the steps.
    private static final int AT_A_TIME = 100;

    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new EditorWindow(
                stage,
                new Editor(ActionWalk.design()),
                new PaintedGenerator(Duration.ofMillis(1)).catalog(Files.createTempDirectory("walk")),
                failures::add);
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void two_thousand_edits_can_each_be_undone_and_redone() {
        Editor editor = new Editor(ActionWalk.design());
        Actions actions = new Actions();
        LayerActions layers = new LayerActions(editor, notice -> {});
        layers.registerEdit(actions, () -> 0xffc02040);
        layers.registerLayer(actions, () -> {});
        ActionWalk walk = new ActionWalk(editor, actions, 20_261);
        walk.walk(STEPS);
        walk.assertThatAllCanBeUndoneAndRedone();
        assertThat(walk.changed()).as("actions that changed the document").hasSizeGreaterThan(60);
    }

    @Test
    void all_actions_of_the_window_can_be_undone_and_redone(FxRobot robot) {
        ActionWalk walk = new ActionWalk(window.editor(), window.actions(), 4_711);
        for (int step = 0; step < STEPS_IN_WINDOW; step += AT_A_TIME) {
            robot.interact(() -> walk.walk(AT_A_TIME));
        }
        robot.interact(walk::assertThatAllCanBeUndoneAndRedone);
        assertThat(walk.changed()).as("actions that changed the document").hasSizeGreaterThan(60);
    }
}
