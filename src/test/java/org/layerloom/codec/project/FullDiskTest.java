package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;

/// A save that ends in the middle, wherever that is, leaves the old file as it was and nothing beside it.
class FullDiskTest {
    private static final int STEP = 499;

    @TempDir
    Path folder;

    /// A disk that has room for so many bytes.
    private static final class Small extends FilterOutputStream {
        private long room;

        Small(OutputStream out, long room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, (int) Math.min(room, length));
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void the_old_file_is_whole_wherever_the_room_ends() throws IOException {
        Path file = folder.resolve("design.loom");
        Document before = Samples.design();
        Document after = before.withPrompt("changed");
        AtomicFiles.write(file, out -> ProjectWriter.write(before, out));
        PackedPictures known = ProjectReader.read(() -> FileChannel.open(file), WriteProgress.UNHEARD)
                .packed();
        byte[] whole = Files.readAllBytes(file);
        for (long room = 0; room < whole.length - STEP; room += STEP) {
            long left = room;
            assertThatIOException()
                    .isThrownBy(() -> AtomicFiles.write(
                            file,
                            out -> ProjectWriter.write(
                                    after, Carried.NOTHING, known, WriteProgress.UNHEARD, new Small(out, left))));
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
