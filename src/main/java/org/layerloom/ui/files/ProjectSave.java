package org.layerloom.ui.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.layerloom.codec.Carried;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.project.Written;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;

/// One save of a document to a project's file. Not for the JavaFX thread.
record ProjectSave(Document document, Carried carried, Path target) {
    /// What the file is like after, and where the pictures lie in it.
    record Saved(FileState state, PackedPictures packed) {}

    /// @param known pictures that need not be packed again
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    Saved write(PackedPictures known, WriteProgress progress) throws IOException {
        AtomicReference<Written> written = new AtomicReference<>();
        AtomicFiles.write(target, out -> written.set(ProjectWriter.write(document, carried, known, progress, out)));
        KnownFile file = KnownFile.of(target);
        return new Saved(file.state(), written.get().in(file));
    }

    /// How many bytes the file takes; found by writing it nowhere.
    long bytes(PackedPictures known) throws IOException {
        Counted nowhere = new Counted();
        ProjectWriter.write(document, carried, known, WriteProgress.UNHEARD, nowhere);
        return nowhere.count;
    }

    private static final class Counted extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
