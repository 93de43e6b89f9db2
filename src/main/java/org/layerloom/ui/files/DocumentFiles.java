package org.layerloom.ui.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Window;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Origin;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;

/// Opens, saves and exports the window's document. Reading and writing go on in the background, one after the
/// other; files appear whole or not at all. Lives on the JavaFX thread.
public final class DocumentFiles {
    private static final String UNTITLED = "Untitled";

    private final Editor editor;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("files").daemon().factory());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(UNTITLED);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private FileQuestions questions;
    private Consumer<Notice> onNotice = notice -> {};
    /// The project's file; null while it has none.
    private Path file;
    private int works;

    /// @param window over which dialogs open
    public DocumentFiles(Editor editor, Supplier<Window> window) {
        this.editor = editor;
        this.questions = new FileDialogs(window);
    }

    /// Who answers what only the user can decide.
    public void setQuestions(FileQuestions questions) {
        this.questions = questions;
    }

    public void setOnNotice(Consumer<Notice> onNotice) {
        this.onNotice = onNotice;
    }

    /// The file's name without its ending, or Untitled.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether the document is a project with a file; changes only together with the title.
    public boolean hasFile() {
        return file != null;
    }

    /// Whether a file is being read or written.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Begins a blank page in place of the document.
    public void create(int width, int height) {
        mayClose(() -> show(Document.blank(width, height), null));
    }

    /// Asks for a file and opens it.
    public void open() {
        questions.toOpen().ifPresent(this::open);
    }

    /// Opens a project or PSD in place of the document; a PNG becomes a layer of it.
    public void open(Path chosen) {
        if (FileKind.of(chosen).equals(Optional.of(FileKind.PNG))) {
            read(chosen, in -> PngReader.read(in).raster(), raster -> place(raster, chosen));
        } else {
            mayClose(() -> read(chosen, AnyFile::read, opened -> show(opened, chosen)));
        }
    }

    private void show(Opened opened, Path from) {
        boolean project = FileKind.of(from).equals(Optional.of(FileKind.PROJECT));
        show(opened.document(), project ? from : null);
        title.set(stem(from));
        tell(opened);
    }

    private void tell(Opened opened) {
        if (!opened.notes().isEmpty()) {
            onNotice.accept(Notice.warning(String.join(" ", opened.notes())));
        }
    }

    private void show(Document document, Path from) {
        file = from;
        title.set(from == null ? UNTITLED : stem(from));
        editor.open(document);
    }

    private void place(Raster raster, Path from) {
        editor.commit("Place " + stem(from), document -> {
            int x = (document.width() - raster.width()) / 2;
            int y = (document.height() - raster.height()) / 2;
            LayerProps props = LayerProps.named(document.newId(), stem(from)).withPosition(x, y);
            return document.add(new PixelLayer(props, raster));
        });
        editor.selectionProperty().set(editor.document().layers().getLast().id());
    }

    /// Saves to the project's file, or asks for one.
    public void save() {
        save(() -> {});
    }

    /// Saves to a file that is asked for.
    public void saveAs() {
        saveAs(() -> {});
    }

    private void save(Runnable then) {
        if (file == null) {
            saveAs(then);
        } else {
            saveTo(file, then);
        }
    }

    private void saveAs(Runnable then) {
        target(FileKind.PROJECT).ifPresent(chosen -> saveTo(chosen, then));
    }

    private void saveTo(Path target, Runnable then) {
        Document saved = current();
        write(target, () -> AtomicFiles.write(target, out -> ProjectWriter.write(saved, out)), "saved", () -> {
            file = target;
            title.set(stem(target));
            editor.markSaved(saved);
            then.run();
        });
    }

    /// Exports the picture as it is seen.
    public void exportPng() {
        target(FileKind.PNG).ifPresent(target -> {
            Document exported = current();
            export(
                    target,
                    () -> AtomicFiles.write(
                            target,
                            out -> PngWriter.write(
                                    Compositor.flatten(exported),
                                    PngWriter.Channels.RGBA,
                                    Origin.text(exported),
                                    out)));
        });
    }

    /// Exports each layer as a PNG file, with the picture and a list of the layers, into a folder.
    public void exportPngSet() {
        questions.toSaveSet(title.get() + " layers").ifPresent(folder -> {
            Document exported = current();
            export(folder, () -> {
                try (AtomicFiles files = AtomicFiles.in(folder)) {
                    PngSet.write(exported, files::create);
                    files.commit();
                }
            });
        });
    }

    /// Exports the layers for Photoshop and what reads its files.
    public void exportPsd() {
        target(FileKind.PSD).ifPresent(target -> {
            Document exported = current();
            export(target, () -> AtomicFiles.write(target, out -> PsdWriter.write(exported, out)));
        });
    }

    /// Runs `then` when the document may go: at once where all is saved, else as the user decides.
    public void mayClose(Runnable then) {
        editor.finishTyping();
        if (works > 0) {
            // What is being written may be the answer.
            disk.execute(() -> Platform.runLater(() -> mayClose(then)));
            return;
        }
        if (editor.history().isClean()) {
            then.run();
            return;
        }
        switch (questions.unsaved(title.get(), editor.history().unsavedSteps())) {
            case SAVE -> save(then);
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    private Document current() {
        editor.finishTyping();
        return editor.history().document();
    }

    /// A path with the kind's ending that may be written; empty where the user backs out.
    private Optional<Path> target(FileKind kind) {
        return questions
                .toSave(kind, kind.named(Path.of(title.get())).toString())
                .flatMap(chosen -> {
                    Path named = kind.named(chosen);
                    // The chooser asked about the name that was typed, not about the one with the ending.
                    boolean free = named.equals(chosen) || !Files.exists(named) || questions.mayReplace(named);
                    return free ? Optional.of(named) : Optional.empty();
                });
    }

    /// What reads a file.
    @FunctionalInterface
    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    /// What writes files.
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private <T> void read(Path from, Reading<T> reading, Consumer<T> then) {
        work(
                () -> {
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(from))) {
                        T result = reading.from(in);
                        return () -> then.accept(result);
                    }
                },
                e -> Notice.error("“" + from.getFileName() + "” was not opened: " + FileProblems.sentence(e, from)));
    }

    private void export(Path target, Writing writing) {
        write(
                target,
                writing,
                "exported",
                () -> onNotice.accept(Notice.done("Exported “" + target.getFileName() + "”")));
    }

    private void write(Path target, Writing writing, String verb, Runnable then) {
        work(
                () -> {
                    writing.run();
                    return then;
                },
                e -> Notice.error("“" + target.getFileName() + "” was not " + verb + ": "
                        + FileProblems.sentence(e, target) + " Your work is still open."));
    }

    /// What is done on the disk's thread; it gives what is to be done after on the JavaFX thread.
    @FunctionalInterface
    private interface Work {
        Runnable run() throws IOException;
    }

    private void work(Work work, Function<Throwable, Notice> problem) {
        works++;
        busy.set(true);
        disk.execute(() -> {
            Runnable then;
            try {
                then = work.run();
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                then = () -> onNotice.accept(problem.apply(e));
            }
            Runnable last = then;
            Platform.runLater(() -> {
                works--;
                busy.set(works > 0);
                last.run();
            });
        });
    }

    private static String stem(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
