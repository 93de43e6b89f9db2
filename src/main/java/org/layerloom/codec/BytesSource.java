package org.layerloom.codec;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// A file that may be opened again and again, as long as it is what it was: how codecs read anywhere in a file
/// without opening one themselves.
@FunctionalInterface
public interface BytesSource {
    /// The caller closes it.
    ///
    /// @throws IOException when the file is gone or was changed
    FileChannel open() throws IOException;
}
