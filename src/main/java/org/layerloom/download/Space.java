package org.layerloom.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// Room on disks, asked before anything is fetched.
public final class Space {
    private static final Words WORDS = Words.of(Space.class);
    /// Stays free for everything else.
    private static final long RESERVE_BYTES = 64 << 20;

    private Space() {}

    /// Bytes that can be written where `place` is or will be.
    public static long free(Path place) throws IOException {
        Path there = place.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /// @throws DownloadException where there is not room enough
    static void require(Path place, long bytes) throws IOException {
        long free = free(place);
        if (bytes > free - RESERVE_BYTES && bytes > 0) {
            throw new DownloadException(WORDS.text(
                    "space", ByteText.of(bytes), place.toAbsolutePath().getParent(), ByteText.of(free)));
        }
    }
}
