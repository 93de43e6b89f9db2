package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Styled;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class PromptBarTest {
    private static final LayerId BOX = new LayerId(1);

    private Editor editor;
    private GenerationSession session;
    private PromptBar bar;

    @Start
    void start(Stage stage) throws Exception {
        Path models = Files.createTempDirectory("models");
        editor = new Editor(Document.blank(96, 64).addRegion(new Rect(0, 0, 48, 48)));
        session = new GenerationSession(editor, new PaintedGenerator(Duration.ofMillis(100)).catalog(models));
        bar = new PromptBar(editor, session);
        bar.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane root = new StackPane(bar);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        Styled.show(stage, root, 880, 500, ColorScheme.DARK);
    }

    @Test
    void theCardIs116HighAndGrowsWithTheText(FxRobot robot) {
        assertThat(bar.getHeight()).isEqualTo(116);
        robot.interact(() -> prompt(robot).setText("a fox\n".repeat(5)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bar.getHeight()).isGreaterThan(140);
        robot.interact(() -> prompt(robot).setText(""));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bar.getHeight()).isEqualTo(116);
    }

    @Test
    void while_a_run_goes_on_the_button_adds_to_the_queue(FxRobot robot) throws Exception {
        robot.interact(() -> editor.commit("Prompt", document -> document.withPrompt("a fox")));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> session.obstacle().isEmpty());
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.of(100)));
        robot.clickOn(robot.lookup("Generate").<Node>query());
        assertThat(session.runningProperty().get()).isTrue();
        robot.clickOn(
                robot.lookup("Add to queue").match(NodeQueryUtils.isVisible()).<Node>query());
        assertThat(session.waiting()).hasSize(1);
        robot.interact(session::close);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !session.runningProperty().get());
    }

    @Test
    void aBurstOfTypingIsOneStepAndUndoIsTheDocuments(FxRobot robot) {
        robot.clickOn(prompt(robot)).write("a fox in a hat");
        assertThat(editor.history().entries()).hasSize(1);
        robot.interact(() -> editor.finishTyping());
        assertThat(editor.document().prompt()).isEqualTo("a fox in a hat");
        assertThat(editor.history().entries()).hasSize(2);
        robot.write(" and a cake").press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(prompt(robot).getText()).isEqualTo("a fox in a hat");
        assertThat(editor.document().prompt()).isEqualTo("a fox in a hat");
    }

    @Test
    void typingIsKeptByItselfAfterARest(FxRobot robot) throws Exception {
        robot.clickOn(prompt(robot)).write("a fox");
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> editor.document().prompt().equals("a fox"));
    }

    @Test
    void generateSaysWhatIsMissing(FxRobot robot) throws Exception {
        waitForModel();
        assertThat(generate(robot).isDisabled()).isTrue();
        assertThat(generate(robot).getAccessibleText()).isEqualTo("Generate Write a prompt first");
        robot.interact(() -> editor.commit("Edit prompt", document -> document.withPrompt("a fox")));
        assertThat(generate(robot).isDisabled()).isFalse();
        assertThat(generate(robot).getAccessibleText()).isEqualTo("Generate 2 layers");
    }

    @Test
    void theScopeOfABoxIsItsOwnPrompt(FxRobot robot) {
        assertThat(robot.lookup(".prompt .seg .toggle-button").queryAllAs(Node.class))
                .filteredOn(Node::isVisible)
                .hasSize(1);
        robot.interact(() -> editor.selectionProperty().set(BOX));
        robot.clickOn("Box 1 only").clickOn(prompt(robot)).write("a red fox");
        robot.interact(() -> editor.finishTyping());
        assertThat(editor.document().region(BOX).orElseThrow().prompt()).isEqualTo("a red fox");
        assertThat(editor.document().prompt()).isEmpty();
        robot.interact(() -> editor.selectionProperty().set(null));
        assertThat(prompt(robot).getText()).isEmpty();
    }

    @Test
    void aRunTurnsTheCardIntoItsProgressAndBack(FxRobot robot) throws Exception {
        waitForModel();
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.of(30)));
        robot.clickOn(prompt(robot)).write("a fox");
        robot.clickOn(generate(robot));
        assertThat(editor.document().prompt()).isEqualTo("a fox");
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("Painting 2 layers").tryQuery().isPresent());
        assertThat(robot.lookup(".progress-line").query().isVisible()).isTrue();
        assertThat(robot.lookup(".cancel").query().isFocused()).isTrue();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !session.runningProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.document().layers()).hasSize(2);
        assertThat(prompt(robot).isFocused()).isTrue();
        assertThat(generate(robot).getAccessibleText()).matches("Generate 2 layers, about \\d+ s");
    }

    @Test
    void escCancels(FxRobot robot) throws Exception {
        waitForModel();
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.of(100)));
        List<String> titles = new ArrayList<>();
        session.cancellingProperty()
                .addListener((o, before, now) -> titles.add(
                        robot.lookup(".prompt .t-strong").queryLabeled().getText()));
        robot.clickOn(prompt(robot)).write("a fox").clickOn(generate(robot)).type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> !session.runningProperty().get());
        assertThat(titles).first().isEqualTo("Cancelling");
        assertThat(editor.document().layers()).isEmpty();
    }

    @Test
    void qualityIsChosenOrTyped(FxRobot robot) {
        robot.clickOn(chip(robot, "Quality Balanced")).clickOn("Best");
        assertThat(session.settings().stepsProperty().get()).hasValue(40);
        robot.clickOn(robot.lookup(".loom-flyout .text-field").nth(0).<Node>query())
                .write("6")
                .type(KeyCode.ENTER);
        robot.clickOn(robot.lookup(".loom-flyout .text-field").nth(1).<Node>query())
                .write("2.5")
                .type(KeyCode.ENTER);
        assertThat(session.settings().stepsProperty().get()).isEqualTo(OptionalInt.of(6));
        assertThat(session.settings().guidanceProperty().get()).isEqualTo(OptionalDouble.of(2.5));
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        assertThat(chip(robot, "Quality 6 steps").isVisible()).isTrue();
    }

    @Test
    void theSeedIsTypedKeptOrRolled(FxRobot robot) {
        robot.interact(() -> session.settings().seedProperty().set(481_516));
        robot.clickOn(chip(robot, "Seed 481516"));
        robot.clickOn(robot.lookup(".loom-flyout .text-field").<Node>query())
                .write("42")
                .type(KeyCode.ENTER);
        assertThat(session.settings().seedProperty().get()).isEqualTo(42);
        robot.clickOn(robot.lookup(".loom-flyout .toggle-button").<Node>query());
        assertThat(session.settings().seedLockedProperty().get()).isTrue();
    }

    @Test
    void aPromptOfBeforeIsFoundAndUsedAgainAsOneStep(FxRobot robot) throws Exception {
        waitForModel();
        robot.interact(() -> session.settings()
                .memoryProperty()
                .set(GenerationMemory.NOTHING.using("a cake").using("a fox in snow")));
        robot.clickOn("#prompt-history-button")
                .clickOn("#prompt-history .text-field")
                .write("fox")
                .type(KeyCode.ENTER);
        assertThat(editor.document().prompt()).isEqualTo("a fox in snow");
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(prompt(robot).getText()).isEqualTo("a fox in snow");
    }

    @Test
    void aHugePasteIsCutAndSaysSo(FxRobot robot) {
        List<String> told = new ArrayList<>();
        session.setOnNotice(notice -> told.add(notice.text()));
        robot.interact(() -> prompt(robot).replaceSelection("fox ".repeat(500_000)));
        assertThat(prompt(robot).getText()).hasSize(PromptText.MAX_LENGTH).startsWith("fox fox");
        assertThat(told).containsExactly("The prompt is long: only its first 10,000 characters were taken.");
        robot.interact(() -> prompt(robot).appendText("more"));
        assertThat(prompt(robot).getText()).hasSize(PromptText.MAX_LENGTH);
    }

    @Test
    void aRunRemembersItsPrompts(FxRobot robot) throws Exception {
        waitForModel();
        robot.interact(() -> editor.commit(
                "Prompts",
                document -> document.withPrompt("a fair").withRegion(BOX, region -> region.withPrompt("a fox"))));
        robot.clickOn(generate(robot));
        assertThat(session.settings().memoryProperty().get().prompts()).containsExactly("a fair", "a fox");
        robot.interact(session::cancel);
    }

    @Test
    void qualityIsSavedUnderANameAndTakenAgain(FxRobot robot) {
        robot.clickOn(chip(robot, "Quality Balanced")).clickOn("Draft");
        robot.clickOn("#negative").write("people");
        robot.clickOn("#preset-name").write("Quick").clickOn("Save");
        robot.clickOn("Balanced");
        robot.interact(() -> session.settings().negativeProperty().set(""));
        robot.clickOn("Quick");
        assertThat(session.settings().stepsProperty().get()).hasValue(4);
        assertThat(session.settings().negativeProperty().get()).isEqualTo("people");
    }

    @Test
    void whileARunGoesOnTheCardNamesTheNextOneAndTakesItOut(FxRobot robot) throws Exception {
        waitForModel();
        robot.interact(() -> {
            session.settings().stepsProperty().set(OptionalInt.of(50));
            editor.commit("Prompt", document -> document.withPrompt("a fox"));
            session.generate();
            session.generate();
        });
        assertThat(robot.lookup("Next: Generate 2 layers").tryQuery()).isPresent();
        robot.clickOn(robot.lookup(".prompt .ibtn").queryAll().stream()
                .filter(node -> "Take out of the queue".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        assertThat(session.waiting()).isEmpty();
        robot.interact(session::cancel);
    }

    private void waitForModel() throws Exception {
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> session.modelProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextArea prompt(FxRobot robot) {
        return robot.lookup(".prompt .area").query();
    }

    private static Button generate(FxRobot robot) {
        return robot.lookup(".generate").queryButton();
    }

    private static Node chip(FxRobot robot, String accessibleText) {
        return robot.lookup(".chip").queryAll().stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
