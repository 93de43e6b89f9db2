package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.stage.Window;
import org.layerloom.codec.Carried;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.document.Document;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Opens and saves the window's document, and keeps what is not saved against a crash. Reading and writing go
/// on in the background, one after the other; files appear whole or not at all. Lives on the JavaFX thread.
public final class DocumentFiles {
    private static final Words WORDS = Words.of(DocumentFiles.class);

    private final Editor editor;
    private final Disk disk = new Disk();
    private final OpenProject project = new OpenProject(untitled());
    private final Told told;
    private final FileOpener opener;
    private final ProjectSaver saver;
    private final Exports exports;
    private Consumer<Path> onPicture = picture -> {};
    private Optional<Autosave> autosave = Optional.empty();
    private ProjectGuard guard = ProjectGuard.NONE;

    /// @param window over which dialogs open
    public DocumentFiles(Editor editor, Supplier<Window> window) {
        this.editor = editor;
        this.told = new Told(new FileDialogs(window));
        this.opener = new FileOpener(editor, disk, project, told);
        this.saver = new ProjectSaver(editor, disk, project, told, this::saveAs);
        this.exports = new Exports(editor, this::current, disk, project.titleProperty(), told);
    }

    /// Who answers what only the user can decide.
    public void setQuestions(FileQuestions questions) {
        told.questions = questions;
    }

    /// What leaves the window in other forms.
    public Exports exports() {
        return exports;
    }

    /// The file that is being opened.
    public Opening opening() {
        return opener.opening();
    }

    /// Takes each file that was opened or saved, with what it holds, once the document is there.
    public void setOnUsed(BiConsumer<Path, Document> onUsed) {
        told.used = onUsed;
    }

    public void setOnNotice(Consumer<Notice> onNotice) {
        told.notices = onNotice;
    }

    /// Who shows what a file could not keep.
    public void setOnReport(Consumer<Report> onReport) {
        told.reports = onReport;
    }

    /// Who makes a layer of a picture that is opened.
    public void setOnPicture(Consumer<Path> onPicture) {
        this.onPicture = onPicture;
    }

    /// The file's name without its ending, or Untitled.
    public ReadOnlyStringProperty titleProperty() {
        return project.titleProperty();
    }

    /// Whether the document is a project with a file; changes only together with the title.
    public boolean hasFile() {
        return project.file().isPresent();
    }

    /// Whether a file is being read or written.
    public ReadOnlyBooleanProperty busyProperty() {
        return disk.busyProperty();
    }

    /// How far the project is saved, 0..1; negative while no save goes on.
    public ReadOnlyDoubleProperty savingProperty() {
        return saver.progress().shareProperty();
    }

    /// Stops the save that goes on; the file stays as it was.
    public void cancelSave() {
        saver.progress().cancel();
    }

    /// Locks projects and keeps their earlier versions from now on. To be called before the first is opened.
    public void guard(ProjectLocks locks, EarlierVersions versions) {
        guard = new ProjectGuard(Optional.of(locks), Optional.of(versions));
    }

    /// Begins to keep unsaved work in `folder`. To be called once.
    ///
    /// @param seconds how long a change may be in memory only
    public void keepUnsaved(RecoveryFolder folder, Supplier<Integer> seconds) {
        autosave = Optional.of(new Autosave(
                editor,
                folder,
                seconds,
                () -> new Autosave.Beside(project.about(), project.carried(), project.packed()),
                e -> told.notices.accept(Notice.warning(WORDS.text("not.kept", FileProblems.sentence(e))))));
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
                    Project read = work.slot().read();
                    Optional<ProjectLock> held = work.about().file().flatMap(guard::take);
                    return () -> showRecovered(work, read, held);
                },
                e -> told.notices.accept(
                        Notice.error(WORDS.text("not.opened", work.title(), FileProblems.sentence(e))))));
    }

    /// @param held the lock of its file; without it the work has no file any more
    private void showRecovered(Abandoned work, Project read, Optional<ProjectLock> held) {
        Carried carried = read.opened().carried();
        held.ifPresentOrElse(
                lock -> project.open(work.about().titled(work.title()), carried, read.packed(), lock),
                () -> project.begin(work.title(), carried, read.packed()));
        editor.openUnsaved(read.opened().document());
        autosave.ifPresent(kept -> kept.adopt(work.slot()));
        opener.tell(read.opened().notes());
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

    /// Looks for the earlier versions of the project and hands them on.
    public void findVersions(Consumer<List<EarlierVersion>> found) {
        Optional<Path> of = project.file();
        disk.run(
                () -> {
                    List<EarlierVersion> versions = new ArrayList<>();
                    if (of.isPresent() && guard.versions().isPresent()) {
                        for (EarlierVersions.Version version :
                                guard.versions().get().of(of.get())) {
                            versions.add(EarlierVersion.of(version));
                        }
                    }
                    return () -> found.accept(versions);
                },
                e -> told.notices.accept(Notice.error(WORDS.text("versions.unread", FileProblems.sentence(e)))));
    }

    /// Opens an earlier version as a document of its own.
    public void open(EarlierVersion earlier) {
        String name = WORDS.text("versions.name", project.title());
        mayClose(() -> opener.openCopy(earlier.version().file(), name));
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
            project.begin(name, Carried.NOTHING, PackedPictures.NONE);
            editor.open(page);
            then.run();
        });
    }

    /// What a document is called that has no name.
    public static String untitled() {
        return WORDS.text("untitled");
    }

    /// Asks for a file and opens it.
    public void open() {
        told.questions.toOpen().ifPresent(this::open);
    }

    /// Opens a file with layers in place of the document; a picture is handed on to become a layer of it.
    public void open(Path chosen) {
        if (FileKind.isPicture(chosen)) {
            onPicture.accept(chosen);
        } else {
            openInPlace(chosen);
        }
    }

    /// Opens any file in place of the document; a picture becomes a page of its size.
    public void openInPlace(Path chosen) {
        if (FileKind.of(chosen).equals(Optional.of(FileKind.PROJECT))) {
            mayClose(() -> opener.openProject(chosen, guard));
        } else {
            mayClose(() -> opener.openOther(chosen));
        }
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
        Optional<Path> file = project.file();
        if (file.isEmpty()) {
            saveAs(then);
        } else if (project.isAsKnown() || told.questions.mayReplaceChanged(file.get())) {
            saver.save(current(), file.get(), guard, then);
        }
    }

    private void saveAs(Runnable then) {
        told.questions
                .target(FileKind.PROJECT, project.title())
                .ifPresent(chosen -> saver.save(current(), chosen, guard, then));
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
        switch (told.questions.unsaved(project.title(), editor.history().unsavedSteps())) {
            case SAVE -> save(then);
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    /// Runs `then` when the document may go and nothing is kept of it any more.
    public void close(Runnable then) {
        mayClose(() -> {
            project.close();
            autosave.ifPresentOrElse(
                    kept -> {
                        kept.stop();
                        kept.clear(then);
                    },
                    then);
        });
    }

    private Document current() {
        editor.finishTyping();
        return editor.history().document();
    }
}
