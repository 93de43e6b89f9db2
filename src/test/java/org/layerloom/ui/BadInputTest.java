package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.Samples;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Rect;
import org.layerloom.ui.files.FileQuestions;
import org.layerloom.ui.files.YesToFiles;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// What goes wrong for designers ends in a sentence: nothing is lost and the window goes on.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class BadInputTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Throwable> failures = new ArrayList<>();
    private Stage stage;
    private EditorWindow window;
    private Editor editor;
    private Path target;

    @Start
    void start(Stage stage) throws Exception {
        this.stage = stage;
        editor = new Editor(Document.blank(200, 150));
        window = new EditorWindow(
                stage, editor, new PaintedGenerator(Duration.ofMillis(100)).catalog(folder), failures::add);
        window.files().setQuestions(new YesToFiles(name -> target, FileQuestions.Unsaved.DISCARD));
        stage.setMinWidth(1000);
        stage.setWidth(1000);
        stage.setHeight(700);
        window.show();
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void aHugePasteIntoThePromptIsCutAndSaid() throws Exception {
        TextArea prompt = robot.lookup(".prompt .area").query();
        robot.interact(() -> prompt.replaceSelection("a fox ".repeat(200_000)));
        assertThat(prompt.getText()).hasSize(10_000);
        assertThat(toasts()).containsExactly("The prompt is long: only its first 10,000 characters were taken.");
    }

    @Test
    void aPictureOf30000PixelsIsRefused() throws Exception {
        robot.interact(() -> editor.commit("Paint", page -> Samples.design()));
        Path picture = Files.write(folder.resolve("poster.png"), header(30_000, 30_000));
        robot.interact(() -> window.files().open(picture));
        until(() -> !toasts().isEmpty());
        assertThat(toasts())
                .singleElement()
                .asString()
                .matches("“poster.png” was not placed: the PNG file claims 30000 x 30000 px: at most 300000 a side and "
                        + "\\d+ in all can be read.");
        assertThat(editor.document()).isEqualTo(Samples.design());
    }

    @Test
    void aWindowClosedWhileItGeneratesEndsTheRun() throws Exception {
        robot.interact(() -> {
            editor.commit(
                    "Add box", page -> page.addRegion(new Rect(10, 10, 90, 90)).withPrompt("a fox"));
            window.session().settings().stepsProperty().set(OptionalInt.of(100));
        });
        until(() -> window.session().modelProperty().get() != null);
        robot.interact(() -> window.session().generate());
        until(() -> window.session().runningProperty().get());
        robot.interact(() -> window.close());
        until(() -> !stage.isShowing());
        until(() -> !window.session().runningProperty().get());
    }

    @Test
    void aDiskThatFillsUpWhileSavingIsSaidAndTheOldFileIsWhole() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(mount(disk), "no small disk can be mounted here");
        try {
            target = disk.resolve("a.loom");
            robot.interact(() -> editor.commit("Paint", page -> Samples.design()));
            save();
            assertThat(toasts()).isEmpty();
            robot.interact(() -> editor.commit(
                    "Paint",
                    page -> page.add(new PixelLayer(Samples.props(99, "noise", 0, 0), Pictures.random(500, 500, 1)))));
            save();
            assertThat(toasts())
                    .containsExactly(
                            "The disk is full, so “a” was not saved. 1.0 MB is needed. Your work is still open.");
            assertThat(editor.history().isClean()).isFalse();
            assertThat(AnyFile.read(new ByteArrayInputStream(Files.readAllBytes(target)))
                            .document())
                    .isEqualTo(Samples.design());
            assertThat(disk.toFile().list()).containsExactly("a.loom");
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private void save() throws Exception {
        robot.interact(() -> window.files().save());
        until(() -> !window.files().busyProperty().get());
    }

    /// A disk of 256 KiB, where the system lets us have one.
    private static boolean mount(Path disk) throws InterruptedException {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// The start of a PNG file that claims a size.
    private static byte[] header(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(chunk)
                .putInt((int) crc.getValue())
                .array();
    }

    private List<String> toasts() {
        return robot.lookup(".toast").queryAll().stream()
                .map(toast -> toast.getAccessibleText())
                .toList();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
