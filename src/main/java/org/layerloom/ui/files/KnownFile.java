package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.layerloom.codec.BytesSource;
import org.layerloom.words.Words;

/// A file as this window read or wrote it: opens only as long as nobody else wrote to it.
record KnownFile(Path path, FileState state) implements BytesSource {
    /// A file as it is now.
    ///
    /// @throws NoSuchFileException where there is none
    static KnownFile of(Path path) throws IOException {
        return new KnownFile(path, FileState.of(path).orElseThrow(() -> new NoSuchFileException(path.toString())));
    }

    @Override
    public FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        if (isThere()) {
            return channel;
        }
        channel.close();
        throw new IOException(Words.of(KnownFile.class).text("file.changed"));
    }

    /// Whether nobody wrote to it.
    boolean isThere() {
        return FileState.of(path).equals(Optional.of(state));
    }
}
