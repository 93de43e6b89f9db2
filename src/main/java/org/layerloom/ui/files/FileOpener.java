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
import org.layerloom.codec.FileNames;
import org.layerloom.codec.Opened;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Opens files in place of the document, which may go. Lives on the JavaFX thread.
final class FileOpener {
    private static final Words WORDS = Words.of(FileOpener.class);

    private final Editor editor;
    private final Disk disk;
    private final OpenProject project;
    private final Told told;
    private final Opening opening = new Opening();

    FileOpener(Editor editor, Disk disk, OpenProject project, Told told) {
        this.editor = editor;
        this.disk = disk;
        this.project = project;
        this.told = told;
    }

    Opening opening() {
        return opening;
    }

    /// Opens a project's file, or what it holds as a copy where another window has it.
    void openProject(Path chosen, ProjectGuard guard) {
        ProjectLock own = project.lock();
        boolean again = project.isAt(chosen);
        opening.begin(chosen.getFileName().toString());
        disk.run(
                () -> {
                    Optional<ProjectLock> held = again ? Optional.of(own) : guard.take(chosen);
                    return () -> {
                        opening.end();
                        if (held.isPresent()) {
                            Runnable release = again ? () -> {} : held.get()::close;
                            load(chosen, () -> project(chosen, held.get()), release);
                        } else if (told.questions.mayOpenCopy(chosen)) {
                            openCopy(
                                    chosen,
                                    WORDS.text(
                                            "copy.name",
                                            FileNames.stem(chosen.getFileName().toString())));
                        }
                    };
                },
                e -> {
                    opening.end();
                    told.notices.accept(Told.failure("not.opened", chosen, e));
                });
    }

    private Runnable project(Path chosen, ProjectLock held) throws IOException {
        KnownFile known = KnownFile.of(chosen);
        Project read = opening.read(known);
        KeptWork about = new KeptWork(
                FileNames.stem(chosen.getFileName().toString()),
                Optional.of(chosen),
                Optional.of(known.state()),
                Instant.now());
        return opened(
                chosen, read.opened(), () -> project.open(about, read.opened().carried(), read.packed(), held));
    }

    /// Opens what a project's file holds as an unsaved document without a file.
    void openCopy(Path from, String name) {
        load(
                from,
                () -> {
                    Project read = opening.read(KnownFile.of(from));
                    return () -> {
                        project.begin(name, read.opened().carried(), read.packed());
                        editor.openUnsaved(read.opened().document());
                        tell(read.opened().notes());
                    };
                },
                () -> {});
    }

    /// Opens a file of another kind as a document without a file.
    void openOther(Path chosen) {
        load(
                chosen,
                () -> {
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(chosen))) {
                        Opened read = AnyFile.read(in);
                        opening.check();
                        return opened(
                                chosen,
                                read,
                                () -> project.begin(
                                        FileNames.stem(chosen.getFileName().toString()),
                                        read.carried(),
                                        PackedPictures.NONE));
                    }
                },
                () -> {});
    }

    private Runnable opened(Path chosen, Opened opened, Runnable become) {
        List<String> notes = new ArrayList<>(opened.notes());
        notes.addAll(MissingFonts.notes(opened.document()));
        return () -> {
            become.run();
            editor.open(opened.document());
            told.used.accept(chosen, opened.document());
            tell(notes);
        };
    }

    /// Says what a file held that the document does not.
    void tell(List<String> notes) {
        if (notes.size() == 1) {
            told.notices.accept(Notice.warning(notes.getFirst()));
        } else if (!notes.isEmpty()) {
            Notice many = Notice.warning(WORDS.text("opened.different", notes.size()));
            told.notices.accept(told.report(many, WORDS.text("report.opened"), notes));
        }
    }

    /// Reads a file under the veil.
    ///
    /// @param failed what is to be done where nothing is opened
    private void load(Path chosen, Disk.Work reading, Runnable failed) {
        opening.begin(chosen.getFileName().toString());
        disk.run(
                () -> {
                    Runnable show = reading.run();
                    return () -> {
                        opening.end();
                        show.run();
                    };
                },
                e -> {
                    opening.end();
                    failed.run();
                    if (!(e instanceof CancellationException)) {
                        told.notices.accept(Told.failure("not.opened", chosen, e));
                    }
                });
    }
}
