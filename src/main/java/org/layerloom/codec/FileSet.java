package org.layerloom.codec;

import java.io.IOException;
import java.io.OutputStream;

/// Where a codec that writes several files puts them. Codecs never open files themselves.
public interface FileSet {
    /// Begins a file; the codec closes the stream.
    ///
    /// @param name path below the set's folder, parts divided by `/`
    OutputStream create(String name) throws IOException;
}
