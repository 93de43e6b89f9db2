package org.layerloom.ui.templates;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.codec.layout.LayoutWriter;
import org.layerloom.edit.BoxLayouts;
import org.layerloom.files.AtomicFiles;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Brings the boxes of a layout file into the document, and writes the document's boxes as one. The files are read
/// and written in the background. Lives on the JavaFX thread.
final class LayoutFiles {
    private static final Words WORDS = Words.of(LayoutFiles.class);

    private final Editor editor;
    private final Consumer<Notice> onNotice;

    LayoutFiles(Editor editor, Consumer<Notice> onNotice) {
        this.editor = editor;
        this.onNotice = onNotice;
    }

    /// Lays the boxes of a file into the document as it is when they are read, as one step.
    void read(Path file) {
        inBackground(() -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                Layout layout = LayoutReader.read(in, GenerateRequest.MAX_BOXES);
                return () -> lay(layout, file);
            } catch (IOException e) {
                return () -> tell("import.refused", file, e);
            }
        });
    }

    private void lay(Layout layout, Path file) {
        editor.commit(
                WORDS.text("import.step", file.getFileName()),
                document -> BoxLayouts.lay(document, layout.toDocument(layout.prompt())));
        if (!layout.notes().isEmpty()) {
            onNotice.accept(Notice.warning(WORDS.text("import.notes", String.join("; ", layout.notes()))));
        }
    }

    /// Writes the boxes of the document; the file appears whole or not at all.
    void write(Path file) {
        Layout layout = Layout.of(editor.history().document());
        inBackground(() -> {
            try {
                AtomicFiles.write(file, out -> LayoutWriter.write(layout, out));
                String done = WORDS.text("export.done", file.getFileName());
                return () -> onNotice.accept(Notice.done(done));
            } catch (IOException e) {
                return () -> tell("export.refused", file, e);
            }
        });
    }

    private void tell(String key, Path file, IOException problem) {
        String why = problem instanceof NoSuchFileException ? WORDS.text("no.file") : problem.getMessage();
        onNotice.accept(Notice.error(WORDS.text(key, file.getFileName(), why)));
    }

    /// What is done on the disk; it gives what is to be done after on the JavaFX thread.
    @FunctionalInterface
    private interface Work {
        Runnable run();
    }

    private static void inBackground(Work work) {
        Thread.ofPlatform().name("layout file").daemon().start(() -> Platform.runLater(work.run()));
    }
}
