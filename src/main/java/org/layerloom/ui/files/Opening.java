package org.layerloom.ui.files;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.project.Preview;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.document.Raster;

/// The file that is being opened: its picture as soon as it is found, how far the rest is read, and the user's wish to
/// stop. Lives on the JavaFX thread.
public final class Opening {
    /// Larger pictures take longer than they are waited for.
    private static final long MAX_PIXELS = 1L << 24;

    /// @param name of the file
    /// @param picture of the whole, once it is read
    public record Shown(String name, Optional<Raster> picture) {}

    private final FileProgress progress = new FileProgress();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private WriteProgress heard = WriteProgress.UNHEARD;

    /// Empty while no file is being opened.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// 0..1 while a file is read, else negative; 0 as long as nobody knows.
    public ReadOnlyDoubleProperty shareProperty() {
        return progress.shareProperty();
    }

    /// Stops; the document stays as it is.
    public void cancel() {
        progress.cancel();
    }

    void begin(String name) {
        heard = progress.begin();
        shown.set(Optional.of(new Shown(name, Optional.empty())));
    }

    void end() {
        progress.end();
        shown.set(Optional.empty());
    }

    /// Reads a project, its picture first. Not for the JavaFX thread.
    ///
    /// @throws CancellationException when the user stopped it
    Project read(KnownFile file) throws IOException {
        try {
            Preview.read(file, MAX_PIXELS)
                    .ifPresent(picture -> Platform.runLater(() ->
                            shown.set(shown.get().map(what -> new Shown(what.name(), Optional.of(picture))))));
        } catch (IOException e) {
            // There is nothing to look at until the whole is read, which says what is wrong.
        }
        return ProjectReader.read(file, heard);
    }

    /// Ends what cannot be stopped midway. Not for the JavaFX thread.
    ///
    /// @throws CancellationException when the user stopped it
    void check() {
        heard.at(0);
    }
}
