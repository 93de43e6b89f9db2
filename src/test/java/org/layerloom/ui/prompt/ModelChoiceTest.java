package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Progress;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ModelChoiceTest {
    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {}

    @Test
    void another_machine_that_answers_first_does_not_become_the_default(FxRobot robot) throws Exception {
        new PaintedGenerator().catalog(folder);
        CountDownLatch found = new CountDownLatch(1);
        ModelChoice choice = new ModelChoice(new ModelCatalog(List.of(new Slow(found)), List.of(folder)));
        ModelEntry away = new ModelEntry("away", "Away", Path.of("away"), new Slow(found), Abilities.layers(512));
        robot.interact(() -> choice.borrow(FXCollections.observableArrayList(away)));
        assertThat(choice.models()).containsExactly(away);
        assertThat(choice.chosenProperty().get()).isNull();
        found.countDown();
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> choice.chosenProperty().get() != null);
        assertThat(choice.chosenProperty().get().id()).isEqualTo("here");
    }

    /// A model that is found once the latch opens.
    private record Slow(CountDownLatch found) implements GeneratorProvider {
        @Override
        public Optional<ModelEntry> recognise(Path place) {
            try {
                found.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(new ModelEntry("here", "Here", place, this, Abilities.layers(512)));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }
}
