package org.layerloom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// Named bytes that belong together: those of an archive, or of a folder. Several threads may read.
public interface Entries {
    /// Of all entries.
    Set<String> names();

    /// How many bytes an entry is said to have, before anything of it is read; 0 where it is missing.
    long size(String name);

    /// An entry, checked.
    ///
    /// @throws IOException in one sentence, when it is missing or damaged
    InputStream open(String name) throws IOException;

    /// Where the entry lies as it is; empty where it lies packed, or in memory only.
    Optional<StoredBytes> stored(String name);
}
