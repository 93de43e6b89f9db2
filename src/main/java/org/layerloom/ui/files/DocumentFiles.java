package org.layerloom.ui.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Window;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Opened;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.project.Written;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Opens and saves the window's document, and keeps what is not saved against a crash. Reading and writing go
/// on in the background, one after the other; files appear whole or not at all. Lives on the JavaFX thread.
public final class DocumentFiles {
    private static final Words WORDS = Words.of(DocumentFiles.class);

    private final Editor editor;
    private final Disk disk = new Disk();
    /// Pictures that lie packed in the project's file; a save sets it before the next begins.
    private volatile PackedPictures packed = PackedPictures.NONE;

    private final SaveProgress saving = new SaveProgress();
    private final Exports exports;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(WORDS.text("untitled"));
    private FileQuestions questions;
    private Consumer<Notice> onNotice = notice -> {};
    private Consumer<Path> onPicture = picture -> {};
    private BiConsumer<Path, Document> onUsed = (used, document) -> {};
    /// The project's file and what it was like when the window last read or wrote it.
    private Optional<Path> file = Optional.empty();

    private Optional<FileState> state = Optional.empty();
    private Carried carried = Carried.NOTHING;
    private Optional<Autosave> autosave = Optional.empty();

    /// @param window over which dialogs open
    public DocumentFiles(Editor editor, Supplier<Window> window) {
        this.editor = editor;
        this.questions = new FileDialogs(window);
        this.exports = new Exports(this::current, disk, title.getReadOnlyProperty());
        exports.setQuestions(questions);
    }

    /// Who answers what only the user can decide.
    public void setQuestions(FileQuestions questions) {
        this.questions = questions;
        exports.setQuestions(questions);
    }

    /// What leaves the window in other forms.
    public Exports exports() {
        return exports;
    }

    /// Takes each file that was opened or saved, with what it holds, once the document is there.
    public void setOnUsed(BiConsumer<Path, Document> onUsed) {
        this.onUsed = onUsed;
    }

    public void setOnNotice(Consumer<Notice> onNotice) {
        this.onNotice = onNotice;
        exports.setOnNotice(onNotice);
    }

    /// Who makes a layer of a picture that is opened.
    public void setOnPicture(Consumer<Path> onPicture) {
        this.onPicture = onPicture;
    }

    /// The file's name without its ending, or Untitled.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether the document is a project with a file; changes only together with the title.
    public boolean hasFile() {
        return file.isPresent();
    }

    /// Whether a file is being read or written.
    public ReadOnlyBooleanProperty busyProperty() {
        return disk.busyProperty();
    }

    /// How far the project is saved, 0..1; negative while no save goes on.
    public ReadOnlyDoubleProperty savingProperty() {
        return saving.shareProperty();
    }

    /// Stops the save that goes on; the file stays as it was.
    public void cancelSave() {
        saving.cancel();
    }

    /// Begins to keep unsaved work in `folder`. To be called once.
    ///
    /// @param seconds how long a change may be in memory only
    public void keepUnsaved(RecoveryFolder folder, Supplier<Integer> seconds) {
        autosave = Optional.of(new Autosave(
                editor,
                folder,
                seconds,
                () -> new Autosave.Beside(new KeptWork(title.get(), file, state, Instant.now()), carried, packed),
                e -> onNotice.accept(Notice.warning(WORDS.text("not.kept", FileProblems.sentence(e))))));
    }

    /// Looks for work that a window left which ended without saving, and hands it on where there is any.
    public void findAbandoned(RecoveryFolder folder, Consumer<List<Abandoned>> found) {
        disk.runUnseen(
                () -> {
                    List<Abandoned> work = new ArrayList<>();
                    for (RecoverySlot slot : folder.abandoned()) {
                        work.add(Abandoned.of(slot));
                    }
                    return work.isEmpty() ? () -> {} : () -> found.accept(work);
                },
                e -> {});
    }

    /// Opens abandoned work in place of the document; it stays unsaved.
    public void recover(Abandoned work) {
        mayClose(() -> disk.run(
                () -> {
                    Project project = work.slot().read();
                    return () -> showRecovered(work, project);
                },
                e -> onNotice.accept(Notice.error(WORDS.text("not.opened", work.title(), FileProblems.sentence(e))))));
    }

    private void showRecovered(Abandoned work, Project project) {
        Opened opened = project.opened();
        file = work.about().file();
        state = work.about().state();
        carried = opened.carried();
        packed = project.packed();
        title.set(work.title());
        editor.openUnsaved(opened.document());
        autosave.ifPresent(kept -> kept.adopt(work.slot()));
        tell(opened.notes());
    }

    /// Throws abandoned work away.
    public void discard(Abandoned work) {
        disk.runUnseen(
                () -> {
                    work.slot().delete();
                    return () -> {};
                },
                e -> {});
    }

    /// Begins a blank page in place of the document.
    public void create(int width, int height) {
        begin(Document.blank(width, height), untitled(), () -> {});
    }

    /// Begins a page in place of the document.
    ///
    /// @param name until it has a file
    /// @param then what is done after, where the document may go
    public void begin(Document page, String name, Runnable then) {
        mayClose(() -> {
            show(new Opened(page, List.of()));
            title.set(name);
            then.run();
        });
    }

    /// What a document is called that has no name.
    public static String untitled() {
        return WORDS.text("untitled");
    }

    /// Asks for a file and opens it.
    public void open() {
        questions.toOpen().ifPresent(this::open);
    }

    /// Opens a project or PSD in place of the document; a picture is handed on to become a layer of it.
    public void open(Path chosen) {
        if (FileKind.of(chosen).equals(Optional.of(FileKind.PNG))) {
            onPicture.accept(chosen);
        } else {
            boolean project = FileKind.of(chosen).equals(Optional.of(FileKind.PROJECT));
            mayClose(() -> disk.run(
                    () -> project ? project(chosen) : imported(chosen),
                    e -> onNotice.accept(
                            Notice.error(WORDS.text("not.opened", chosen.getFileName(), FileProblems.sentence(e))))));
        }
    }

    private Runnable project(Path chosen) throws IOException {
        KnownFile known = KnownFile.of(chosen);
        Project read = ProjectReader.read(known, WriteProgress.UNHEARD);
        return opened(chosen, read.opened(), () -> {
            file = Optional.of(chosen);
            state = Optional.of(known.state());
            packed = read.packed();
        });
    }

    private Runnable imported(Path chosen) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(chosen))) {
            return opened(chosen, AnyFile.read(in), () -> {});
        }
    }

    private Runnable opened(Path chosen, Opened opened, Runnable then) {
        List<String> notes = new ArrayList<>(opened.notes());
        notes.addAll(MissingFonts.notes(opened.document()));
        return () -> {
            show(opened);
            then.run();
            title.set(stem(chosen));
            onUsed.accept(chosen, opened.document());
            tell(notes);
        };
    }

    private void tell(List<String> notes) {
        if (!notes.isEmpty()) {
            onNotice.accept(Notice.warning(String.join(" ", notes)));
        }
    }

    /// Shows a document that has no file.
    private void show(Opened opened) {
        file = Optional.empty();
        state = Optional.empty();
        packed = PackedPictures.NONE;
        carried = opened.carried();
        title.set(WORDS.text("untitled"));
        editor.open(opened.document());
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
        if (file.isEmpty()) {
            saveAs(then);
        } else if (isAsKnown(file.get()) || questions.mayReplaceChanged(file.get())) {
            saveTo(file.get(), then);
        }
    }

    /// Whether nobody else wrote to the project's file.
    private boolean isAsKnown(Path target) {
        Optional<FileState> now = FileState.of(target);
        return now.isEmpty() || now.equals(state);
    }

    private void saveAs(Runnable then) {
        questions.target(FileKind.PROJECT, title.get()).ifPresent(chosen -> saveTo(chosen, then));
    }

    private void saveTo(Path target, Runnable then) {
        Document saved = current();
        Carried with = carried;
        WriteProgress progress = saving.begin();
        Disk.Work writing = () -> {
            AtomicReference<Written> written = new AtomicReference<>();
            AtomicFiles.write(target, out -> written.set(ProjectWriter.write(saved, with, packed, progress, out)));
            Optional<FileState> now = FileState.of(target);
            packed = now.map(is -> written.get().in(new KnownFile(target, is))).orElse(PackedPictures.NONE);
            return () -> {
                saving.end();
                file = Optional.of(target);
                state = now;
                title.set(stem(target));
                editor.markSaved(saved);
                onUsed.accept(target, saved);
                then.run();
            };
        };
        disk.run(writing, e -> {
            saving.end();
            onNotice.accept(
                    e instanceof CancellationException
                            ? Notice.done(WORDS.text("save.cancelled", target.getFileName()))
                            : notWritten("not.saved", target, e));
        });
    }

    /// Runs `then` when the document may go: at once where all is saved, else as the user decides.
    public void mayClose(Runnable then) {
        editor.finishTyping();
        if (disk.busyProperty().get()) {
            // What is being written may be the answer.
            disk.afterAll(() -> mayClose(then));
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

    /// Runs `then` when the document may go and nothing is kept of it any more.
    public void close(Runnable then) {
        mayClose(() -> autosave.ifPresentOrElse(
                kept -> {
                    kept.stop();
                    kept.clear(then);
                },
                then));
    }

    private Document current() {
        editor.finishTyping();
        return editor.history().document();
    }

    private static Notice notWritten(String key, Path target, Throwable problem) {
        return Notice.error(WORDS.text(key, target.getFileName(), FileProblems.sentence(problem)));
    }

    private static String stem(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
