package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.files.FileQuestions.Unsaved;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class DocumentFilesTest {
    private final FxRobot robot = new FxRobot();
    private final List<Notice> notices = new ArrayList<>();
    private final Document document = Document.blank(40, 30)
            .withPrompt("a party")
            .addRegion(new Rect(2, 3, 20, 20))
            .add(new PixelLayer(
                    LayerProps.named(new LayerId(1), "Fox").withPosition(2, 3).withOpacity(128),
                    Raster.filled(20, 20, 0xFFCC8844)));
    private Answers answers;
    private Editor editor;
    private DocumentFiles files;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        answers = new Answers();
        editor = new Editor(Document.blank(40, 30));
        files = new DocumentFiles(editor, () -> null);
        files.setQuestions(answers);
        files.setOnNotice(notices::add);
        editor.commit("Paint", blank -> document);
    }

    @Test
    void aSavedProjectOpensAsItWas() throws Exception {
        answers.path = folder.resolve("Mila turns five");
        act(files::save);
        Path saved = folder.resolve("Mila turns five.loom");
        assertThat(saved).exists();
        assertThat(files.titleProperty().get()).isEqualTo("Mila turns five");
        assertThat(editor.history().isClean()).isTrue();
        robot.interact(() -> files.create(10, 10));
        assertThat(files.titleProperty().get()).isEqualTo("Untitled");
        act(() -> files.open(saved));
        assertThat(editor.document()).isEqualTo(document);
        assertThat(editor.history().entries()).hasSize(1);
        assertThat(files.titleProperty().get()).isEqualTo("Mila turns five");
    }

    @Test
    void a_save_that_is_cancelled_leaves_the_file_as_it_was() throws Exception {
        answers.path = folder.resolve("a.loom");
        act(files::save);
        byte[] before = Files.readAllBytes(answers.path);
        int[] noise = new Random(1).ints(2_000 * 2_000).toArray();
        robot.interact(() -> editor.commit(
                "Paint",
                d -> d.add(new PixelLayer(LayerProps.named(new LayerId(9), "Noise"), Raster.of(2_000, 2_000, noise)))));
        act(() -> {
            files.save();
            assertThat(files.savingProperty().get()).isZero();
            files.cancelSave();
        });
        assertThat(Files.readAllBytes(answers.path)).isEqualTo(before);
        assertThat(files.savingProperty().get()).isNegative();
        assertThat(editor.history().isClean()).isFalse();
        assertThat(notices).containsExactly(Notice.done("Saving was cancelled. “a.loom” is as it was."));
        act(files::save);
        assertThat(editor.history().isClean()).isTrue();
    }

    @Test
    void theSecondSaveAsksNothing() throws Exception {
        answers.path = folder.resolve("a.loom");
        act(files::save);
        answers.path = folder.resolve("b.loom");
        robot.interact(() -> editor.commit("Edit prompt", d -> d.withPrompt("a cake")));
        act(files::save);
        assertThat(folder.resolve("b.loom")).doesNotExist();
        try (InputStream in = Files.newInputStream(folder.resolve("a.loom"))) {
            assertThat(AnyFile.read(in).document().prompt()).isEqualTo("a cake");
        }
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotWrittenOverUnasked() throws Exception {
        answers.path = folder.resolve("a.loom");
        act(files::save);
        Files.writeString(answers.path, "changed by another window");
        robot.interact(() -> editor.commit("Edit prompt", d -> d.withPrompt("a cake")));
        act(files::save);
        assertThat(answers.path).hasContent("changed by another window");
        answers.mayReplaceChanged = true;
        act(files::save);
        act(files::save);
        assertThat(editor.history().isClean()).isTrue();
    }

    @Test
    void aMissingFontIsToldAndTheTextLooksAsItDid() throws Exception {
        Text text = new Text("Hi", "No Such Font", 20, false, false, -1, Text.Align.LEFT, 1.2, 5, 20);
        Document lettered =
                document.add(new TextLayer(LayerProps.named(new LayerId(9), "Title"), text, Raster.filled(9, 9, -1)));
        robot.interact(() -> editor.commit("Add text", d -> lettered));
        answers.path = folder.resolve("a.loom");
        act(files::save);
        act(() -> files.open(answers.path));
        assertThat(notices)
                .containsExactly(Notice.warning("Not on this machine: the font “No Such Font”. Texts look as they did "
                        + "until they are edited."));
        assertThat(editor.document()).isEqualTo(lettered);
    }

    @Test
    void whatAnExportCannotHoldIsTold() throws Exception {
        Text text = new Text("Hi", "Inter", 20, false, false, -1, Text.Align.LEFT, 1.2, 5, 20);
        robot.interact(() -> editor.commit(
                "Add text",
                d -> d.add(new TextLayer(LayerProps.named(new LayerId(9), "Title"), text, Raster.filled(9, 9, -1)))));
        answers.path = folder.resolve("design.psd");
        act(files.exports()::psd);
        assertThat(notices).containsExactly(Notice.done("Exported “design.psd”. Text became pixels."));
    }

    @Test
    void theExportedPictureIsTheCompositors() throws Exception {
        answers.path = folder.resolve("out");
        act(files.exports()::png);
        try (InputStream in = Files.newInputStream(folder.resolve("out.png"))) {
            assertThat(PngReader.read(in).raster()).isEqualTo(Compositor.flatten(document));
        }
        assertThat(notices).containsExactly(Notice.done("Exported “out.png”"));
        assertThat(editor.history().isClean()).isFalse();
    }

    @Test
    void theLayersAreExportedAsAFolderAndAsPsd() throws Exception {
        answers.path = folder.resolve("set");
        act(files.exports()::pngSet);
        assertThat(folder.resolve("set/merged.png")).exists();
        assertThat(folder.resolve("set/manifest.json")).exists();
        answers.path = folder.resolve("design.psd");
        act(files.exports()::psd);
        try (InputStream in = Files.newInputStream(answers.path)) {
            Document read = AnyFile.read(in).document();
            assertThat(read.layers()).extracting(layer -> layer.name()).containsExactly("Fox");
            assertThat(Compositor.flatten(read)).isEqualTo(Compositor.flatten(document));
        }
    }

    @Test
    void aPictureIsHandedOnToBecomeALayer() {
        List<Path> pictures = new ArrayList<>();
        robot.interact(() -> {
            files.setOnPicture(pictures::add);
            files.open(folder.resolve("picture.png"));
        });
        assertThat(pictures).containsExactly(folder.resolve("picture.png"));
        assertThat(editor.document()).isEqualTo(document);
    }

    @Test
    void aPictureOpenedInPlaceIsAPageOfItsSize() throws Exception {
        Path picture = folder.resolve("small.png");
        try (OutputStream out = Files.newOutputStream(picture)) {
            PngWriter.write(Raster.filled(30, 20, 0xff123456), PngWriter.Channels.RGBA, Map.of(), out);
        }
        answers.unsaved = Unsaved.DISCARD;
        act(() -> files.openInPlace(picture));
        assertThat(editor.document().canvas()).isEqualTo(new Rect(0, 0, 30, 20));
        assertThat(files.titleProperty().get()).isEqualTo("small");
        assertThat(files.hasFile()).isFalse();
    }

    @Test
    void aFileThatIsNoneOfOursIsASentenceAndChangesNothing() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.loom"), "this is no project");
        answers.unsaved = Unsaved.DISCARD;
        act(() -> files.open(broken));
        assertThat(editor.document()).isEqualTo(document);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notices.getFirst().text())
                .startsWith("“broken.loom” was not opened: ")
                .endsWith(".");
    }

    @Test
    void whereNothingCanBeWrittenItSaysSoAndTheWorkStays() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        answers.path = file.resolve("a.loom");
        act(files::save);
        Notice told = notices.getFirst();
        assertThat(notices).hasSize(1);
        assertThat(told.text())
                .isEqualTo(
                        "“a.loom” was not saved: a part of its path is a file, not a folder. Your work is still open.");
        assertThat(told.offers().getFirst().label()).isEqualTo("Save elsewhere");
        assertThat(editor.history().isClean()).isFalse();
    }

    @Test
    void unsavedWorkGoesOnlyAsTheUserSays() throws Exception {
        answers.unsaved = Unsaved.CANCEL;
        List<String> closed = new ArrayList<>();
        robot.interact(() -> files.mayClose(() -> closed.add("cancelled")));
        answers.unsaved = Unsaved.DISCARD;
        robot.interact(() -> files.mayClose(() -> closed.add("discarded")));
        answers.unsaved = Unsaved.SAVE;
        answers.path = folder.resolve("late.loom");
        act(() -> files.mayClose(() -> closed.add("saved")));
        robot.interact(() -> files.mayClose(() -> closed.add("clean")));
        assertThat(closed).containsExactly("discarded", "saved", "clean");
        assertThat(folder.resolve("late.loom")).exists();
        assertThat(answers.changes).isEqualTo(1);
    }

    @Test
    void aFileThatTheChooserDidNotAskAboutIsNotReplacedUnasked() throws Exception {
        Files.writeString(folder.resolve("a.png"), "old");
        answers.path = folder.resolve("a");
        act(files.exports()::png);
        assertThat(folder.resolve("a.png")).hasContent("old");
    }

    private void act(Runnable work) throws Exception {
        robot.interact(work);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> !files.busyProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The user, who has decided beforehand.
    private static final class Answers implements FileQuestions {
        private Path path;
        private Unsaved unsaved;
        private int changes;
        private boolean mayReplaceChanged;

        @Override
        public Optional<Path> toOpen() {
            return Optional.of(path);
        }

        @Override
        public Optional<Path> toSave(FileKind kind, String suggestion) {
            return Optional.of(path);
        }

        @Override
        public Optional<Path> toSaveSet(String suggestion) {
            return Optional.of(path);
        }

        @Override
        public boolean mayReplaceChanged(Path file) {
            return mayReplaceChanged;
        }

        @Override
        public boolean mayOpenCopy(Path file) {
            return true;
        }

        @Override
        public boolean mayReplace(Path file) {
            return false;
        }

        @Override
        public Unsaved unsaved(String title, int changes) {
            this.changes = changes;
            return unsaved;
        }
    }
}
