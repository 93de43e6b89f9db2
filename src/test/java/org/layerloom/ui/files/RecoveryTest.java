package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Samples;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Document;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class RecoveryTest {
    private final FxRobot robot = new FxRobot();
    private final List<Notice> notices = new ArrayList<>();
    private final Document design = Samples.design();
    private final Editor editor = new Editor(Document.blank(40, 30));
    private DocumentFiles files;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        files = new DocumentFiles(editor, () -> null);
        files.setQuestions(new Answers(folder.resolve("a.loom")));
        files.setOnNotice(notices::add);
    }

    private Path unsaved() {
        return folder.resolve("unsaved");
    }

    private void paint() {
        robot.interact(() -> files.keepUnsaved(new RecoveryFolder(unsaved()), () -> 0));
        robot.interact(() -> editor.commit("Paint", blank -> design));
    }

    private List<Path> kept() {
        try (Stream<Path> all = Files.walk(unsaved())) {
            return all.filter(path -> path.endsWith("design.json"))
                    .map(Path::getParent)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // between two steps of a removal
        }
    }

    private void waitForKept(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> kept().size() == count);
    }

    /// Work as a window leaves it that was killed: nobody has its lock.
    private Abandoned abandon(Document document) throws Exception {
        Path killed = Files.createDirectories(unsaved().resolve("killed"));
        RecoverySlot slot = RecoverySlot.take(killed).orElseThrow();
        slot.write(
                document,
                new KeptWork(
                        "Mila turns five", Optional.of(folder.resolve("mila.loom")), Optional.empty(), Instant.now()),
                Carried.NOTHING,
                PackedPictures.NONE);
        Path left = unsaved().resolve("left");
        Files.createDirectories(left);
        try (Stream<Path> all = Files.list(killed)) {
            for (Path file : all.filter(path -> !path.endsWith("lock")).toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        slot.delete();
        List<List<Abandoned>> found = new ArrayList<>();
        robot.interact(() -> files.findAbandoned(new RecoveryFolder(unsaved()), found::add));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !found.isEmpty());
        assertThat(found.getFirst()).hasSize(1);
        return found.getFirst().getFirst();
    }

    @Test
    void aChangeIsKeptUntilItIsSaved() throws Exception {
        paint();
        waitForKept(1);
        robot.interact(files::save);
        waitForKept(0);
        assertThat(editor.history().isClean()).isTrue();
        assertThat(notices).isEmpty();
    }

    @Test
    void nothingIsKeptAfterTheWindowIsClosed() throws Exception {
        paint();
        waitForKept(1);
        List<String> closed = new ArrayList<>();
        robot.interact(() -> files.close(() -> closed.add("closed")));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !closed.isEmpty());
        assertThat(kept()).isEmpty();
    }

    @Test
    void theWorkOfALivingWindowIsNotOffered() throws Exception {
        paint();
        waitForKept(1);
        assertThat(new RecoveryFolder(unsaved()).abandoned()).isEmpty();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void abandonedWorkIsFoundWithItsNameAndAPicture() throws Exception {
        Abandoned found = abandon(design);
        assertThat(found.title()).isEqualTo("Mila turns five");
        assertThat(found.picture().orElseThrow().width()).isEqualTo(RecoverySlot.PICTURE);
        assertThat(found.about().file()).contains(folder.resolve("mila.loom"));
    }

    @Test
    void recoveredWorkIsUnsavedAndIsKeptUntilItIsSaved() throws Exception {
        Abandoned found = abandon(design);
        robot.interact(() -> files.keepUnsaved(new RecoveryFolder(unsaved()), () -> 60));
        robot.interact(() -> files.recover(found));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> editor.document().equals(design));
        assertThat(editor.history().isClean()).isFalse();
        assertThat(editor.history().unsavedSteps()).isEqualTo(1);
        assertThat(files.titleProperty().get()).isEqualTo("Mila turns five");
        assertThat(kept()).hasSize(1);
        robot.interact(files::save);
        waitForKept(0);
        assertThat(folder.resolve("mila.loom")).exists();
    }

    @Test
    void discardedWorkIsGone() throws Exception {
        Abandoned found = abandon(design);
        robot.interact(() -> files.discard(found));
        waitForKept(0);
        assertThat(editor.history().isClean()).isTrue();
    }

    @Test
    void whereWorkCannotBeKeptItIsSaidOnce() throws Exception {
        Files.writeString(unsaved(), "a file where the folder should be");
        paint();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !notices.isEmpty());
        robot.interact(() -> editor.commit("Edit prompt", d -> d.withPrompt("a cake")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().text()).startsWith("Unsaved work cannot be kept against a crash: ");
    }

    /// A user who discards what is not saved, and saves where told.
    private record Answers(Path path) implements FileQuestions {
        @Override
        public Optional<Path> toOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(FileKind kind, String suggestion) {
            return Optional.of(path);
        }

        @Override
        public Optional<Path> toSaveSet(String suggestion) {
            return Optional.empty();
        }

        @Override
        public boolean mayReplace(Path file) {
            return true;
        }

        @Override
        public boolean mayReplaceChanged(Path file) {
            return false;
        }

        @Override
        public boolean mayOpenCopy(Path file) {
            return true;
        }

        @Override
        public Unsaved unsaved(String title, int changes) {
            return Unsaved.DISCARD;
        }
    }
}
