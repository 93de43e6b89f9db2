package org.layerloom.ui.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.layerloom.codec.Carried;
import org.layerloom.codec.FileNames;
import org.layerloom.codec.png.PackedPictures;

/// The project that the window's document belongs to: its file, what that was like when the window last read or wrote
/// it, and the hold on it. Lives on the JavaFX thread, but for the packed pictures.
final class OpenProject {
    private final ReadOnlyStringWrapper title;
    private Optional<Path> file = Optional.empty();
    private Optional<FileState> state = Optional.empty();
    private Carried carried = Carried.NOTHING;
    private ProjectLock lock = ProjectLock.NONE;
    /// A save sets it before the next begins.
    private volatile PackedPictures packed = PackedPictures.NONE;

    OpenProject(String title) {
        this.title = new ReadOnlyStringWrapper(title);
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    String title() {
        return title.get();
    }

    Optional<Path> file() {
        return file;
    }

    boolean isAt(Path path) {
        return file.equals(Optional.of(path));
    }

    /// Whether nobody else wrote to the file.
    boolean isAsKnown() {
        Optional<FileState> now = file.flatMap(FileState::of);
        return now.isEmpty() || now.equals(state);
    }

    Carried carried() {
        return carried;
    }

    ProjectLock lock() {
        return lock;
    }

    /// Pictures that lie packed in some file; on any thread.
    PackedPictures packed() {
        return packed;
    }

    /// Called by the thread that saves.
    void setPacked(PackedPictures packed) {
        this.packed = packed;
    }

    /// What is told of unsaved work.
    KeptWork about() {
        return new KeptWork(title.get(), file, state, Instant.now());
    }

    /// A document that has no file.
    ///
    /// @param packed where its pictures lie packed, in whatever file
    void begin(String name, Carried carried, PackedPictures packed) {
        become(name, Optional.empty(), Optional.empty(), ProjectLock.NONE);
        this.carried = carried;
        this.packed = packed;
    }

    /// A document that was read, or belongs to a file without being in step with it.
    void open(KeptWork about, Carried carried, PackedPictures packed, ProjectLock lock) {
        become(about.title(), about.file(), about.state(), lock);
        this.carried = carried;
        this.packed = packed;
    }

    /// The document was saved.
    void saved(Path file, FileState state, ProjectLock lock) {
        become(FileNames.stem(file.getFileName().toString()), Optional.of(file), Optional.of(state), lock);
    }

    private void become(String name, Optional<Path> file, Optional<FileState> state, ProjectLock lock) {
        if (!lock.equals(this.lock)) {
            this.lock.close();
        }
        this.lock = lock;
        this.file = file;
        this.state = state;
        title.set(name);
    }

    /// Lets go of the file.
    void close() {
        lock.close();
        lock = ProjectLock.NONE;
    }
}
