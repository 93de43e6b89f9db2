package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Settings;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;
import org.layerloom.remote.Limits;
import org.layerloom.remote.RemoteServer;
import org.layerloom.remote.ServedModels;
import org.layerloom.remote.Token;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.preferences.RemoteMachine;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The models of another machine among those of this one.
@ExtendWith(ApplicationExtension.class)
class RemoteMachineTest {
    private static final Token TOKEN = Token.of("a-token-of-the-tests-0123");

    @TempDir
    private Path folder;

    private final PaintedGenerator there = new PaintedGenerator();
    private final Preferences preferences = Preferences.unkept();
    private RemoteServer server;
    private SessionStage stage;
    private RemoteMachine machine;
    private String name;

    @Start
    void start(Stage shown) {}

    @BeforeEach
    void serve() throws Exception {
        server = RemoteServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                TOKEN,
                Limits.of(64, 2),
                new ServedModels(there.catalog(Files.createDirectory(folder.resolve("models"))), "cpu", "a fast card"),
                (client, model, boxes, time, how) -> {});
        name = "localhost:" + server.port();
        TOKEN.keepIn(folder.resolve("token"));
        Document page = Document.blank(64, 64).withPrompt("a star");
        stage = new SessionStage(page.addRegion(new Rect(8, 8, 32, 32)), Duration.ZERO);
        machine = new RemoteMachine(preferences, folder.resolve("token"));
        preferences.set(ProgramSettings.REMOTE, "http://" + name);
        stage.act(() -> {
            stage.session.borrow(machine.models());
            machine.look();
        });
        stage.until(() -> !machine.models().isEmpty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void its_models_stand_last_and_are_run_there_with_the_status_saying_so() throws Exception {
        assertThat(stage.session.models()).hasSize(2);
        assertThat(machine.toldProperty().get())
                .isEqualTo("Connected: the model of " + name + " is in the list of models.");
        stage.act(() -> stage.session.modelProperty().set(stage.session.models().getLast()));
        assertThat(stage.session.deviceProperty().get()).isEqualTo(name + ", another machine");
        stage.run(stage.session::generate);
        assertThat(there.requests()).hasSize(1);
        assertThat(stage.editor.document().layers()).hasSize(2);
        assertThat(stage.session.deviceProperty().get()).isEqualTo(name + ": a fast card");
    }

    @Test
    void a_run_that_is_too_large_for_it_is_not_offered_to_start_anyway() throws Exception {
        Verdict large = new Verdict(Verdict.Way.TOO_LARGE, 9, 5, true, OptionalInt.of(48));
        RunListener.End.Failed failed = new RunListener.End.Failed(new TooLargeException(large), 0);
        Settings settings =
                new Settings(7, OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "auto", 0);
        for (ModelEntry model : stage.session.models()) {
            RunSettings how = new RunSettings(model, "", settings, Remake.NEW, false);
            assertThat(Problems.notice(failed, how, again -> {}).offers())
                    .hasSize(model.machine().isPresent() ? 1 : 2);
        }
    }

    @Test
    void one_that_goes_away_is_absent_with_a_sentence_and_a_model_of_this_machine_is_chosen() throws Exception {
        stage.act(() -> stage.session.modelProperty().set(stage.session.models().getLast()));
        server.close();
        stage.act(machine::look);
        stage.until(() -> machine.problem().isPresent());
        assertThat(machine.problem().orElseThrow()).startsWith(name + " cannot be reached.");
        assertThat(stage.session.models()).hasSize(1);
        assertThat(stage.session.modelProperty().get().machine()).isEmpty();
    }
}
