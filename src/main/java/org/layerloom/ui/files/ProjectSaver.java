package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.layerloom.codec.FileNames;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Document;
import org.layerloom.files.WriteException;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Saves the document to a project's file, in the background. Lives on the JavaFX thread.
final class ProjectSaver {
    private static final Words WORDS = Words.of(ProjectSaver.class);

    private final Editor editor;
    private final Disk disk;
    private final OpenProject project;
    private final Told told;
    private final Runnable elsewhere;
    private final FileProgress progress = new FileProgress();

    /// @param elsewhere saves to another file that the user chooses
    ProjectSaver(Editor editor, Disk disk, OpenProject project, Told told, Runnable elsewhere) {
        this.editor = editor;
        this.disk = disk;
        this.project = project;
        this.told = told;
        this.elsewhere = elsewhere;
    }

    FileProgress progress() {
        return progress;
    }

    /// @param then what is done once it is saved
    void save(Document document, Path target, ProjectGuard guard, Runnable then) {
        ProjectSave save = new ProjectSave(document, project.carried(), target);
        ProjectLock own = project.lock();
        boolean again = project.isAt(target);
        WriteProgress heard = progress.begin();
        disk.run(
                () -> {
                    Optional<ProjectLock> held = again ? Optional.of(own) : guard.take(target);
                    if (held.isEmpty()) {
                        throw new IOException(WORDS.text("why.open"));
                    }
                    try {
                        FileState now = write(save, guard, heard);
                        return () -> saved(save, now, held.get(), then);
                    } catch (IOException | RuntimeException | OutOfMemoryError e) {
                        if (!again) {
                            held.get().close();
                        }
                        throw e;
                    }
                },
                e -> failed(save, e));
    }

    /// Holds on to the version before, and writes the new one.
    private FileState write(ProjectSave save, ProjectGuard guard, WriteProgress heard) throws IOException {
        Optional<EarlierVersions.Replaced> before = guard.hold(save.target());
        Consumer<EarlierVersions.Replaced> end = EarlierVersions.Replaced::drop;
        try {
            ProjectSave.Saved saved = save.write(project.packed(), heard);
            project.setPacked(saved.packed());
            end = EarlierVersions.Replaced::keep;
            return saved.state();
        } finally {
            Consumer<EarlierVersions.Replaced> ending = end;
            disk.runUnseen(
                    () -> {
                        before.ifPresent(ending);
                        return () -> {};
                    },
                    e -> {});
        }
    }

    private void saved(ProjectSave save, FileState now, ProjectLock held, Runnable then) {
        progress.end();
        project.saved(save.target(), now, held);
        editor.markSaved(save.document());
        told.used.accept(save.target(), save.document());
        then.run();
    }

    private void failed(ProjectSave save, Throwable problem) {
        progress.end();
        if (problem instanceof CancellationException) {
            told.notices.accept(
                    Notice.done(WORDS.text("save.cancelled", save.target().getFileName())));
        } else if (problem instanceof WriteException full && full.isFull()) {
            tellFull(save);
        } else {
            tell(Told.failure("not.saved", save.target(), problem));
        }
    }

    private void tell(Notice failure) {
        told.notices.accept(failure.offering(WORDS.text("save.elsewhere"), elsewhere));
    }

    /// Says that the disk is full once it is known how much room is needed.
    private void tellFull(ProjectSave save) {
        PackedPictures known = project.packed();
        disk.run(
                () -> {
                    double megabytes = Math.max(0.1, save.bytes(known) / 1e6);
                    String text = WORDS.text(
                            "not.saved.full",
                            FileNames.stem(save.target().getFileName().toString()),
                            megabytes);
                    return () -> tell(Notice.error(text));
                },
                e -> tell(Told.failure("not.saved", save.target(), e)));
    }
}
