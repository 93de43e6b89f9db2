package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Vocabulary;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Styled;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class UnknownWordsTest {
    private final SimpleObjectProperty<ModelEntry> model = new SimpleObjectProperty<>();
    private Editor editor;
    private UnknownWords line;

    @Start
    void start(Stage stage) {
        editor = new Editor(Document.blank(96, 64).withPrompt("a cat and two dragons"));
        PromptText text = new PromptText(editor);
        line = new UnknownWords(text, new PickedVocabulary(model));
        Styled.show(stage, new VBox(text, line), 600, 200, ColorScheme.DARK);
    }

    @Test
    void a_click_on_a_near_thing_is_one_step_and_ends_the_warning(FxRobot robot) throws Exception {
        assertThat(line.isVisible()).isFalse();
        pick(robot, new Taught(Optional.of(vocabulary())));
        assertThat(texts()).containsExactly("The model does not know: dragons. Near:", "dinosaur");
        robot.interact(() -> ((Button) line.getChildren().get(1)).fire());
        assertThat(editor.document().prompt()).isEqualTo("a cat and two dinosaurs");
        assertThat(line.isVisible()).isFalse();
        robot.interact(editor::undo);
        assertThat(editor.document().prompt()).isEqualTo("a cat and two dragons");
        until(line::isVisible);
    }

    @Test
    void a_model_without_a_vocabulary_warns_of_nothing(FxRobot robot) throws Exception {
        pick(robot, new Taught(Optional.of(vocabulary())));
        robot.interact(() -> model.set(entry(new PaintedGenerator())));
        until(() -> !line.isVisible());
    }

    @Test
    void a_broken_vocabulary_is_told_of(FxRobot robot) throws Exception {
        pick(robot, new Taught(Optional.empty()));
        assertThat(texts()).containsExactly("the file vocabulary.json is broken");
    }

    private void pick(FxRobot robot, GeneratorProvider provider) throws Exception {
        robot.interact(() -> model.set(entry(provider)));
        until(line::isVisible);
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private List<String> texts() {
        return line.getChildren().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static ModelEntry entry(GeneratorProvider provider) {
        return new ModelEntry("taught", "Taught", Path.of("taught"), provider, Abilities.layers(512));
    }

    private static Vocabulary vocabulary() {
        return new Vocabulary(List.of("cat", "dinosaur"), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// @param words empty = they cannot be read
    private record Taught(Optional<Vocabulary> words) implements GeneratorProvider {
        @Override
        public Optional<ModelEntry> recognise(Path path) {
            return Optional.of(entry(this));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            return new PaintedGenerator();
        }

        @Override
        public Optional<Vocabulary> vocabulary(ModelEntry entry) throws ModelException {
            if (words.isEmpty()) {
                throw new ModelException("the file vocabulary.json is broken");
            }
            return words;
        }
    }
}
