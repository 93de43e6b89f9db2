package org.layerloom.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.layerloom.files.FileHold;
import org.layerloom.files.PartFile;

/// What a second program would do to a file that is being fetched.
final class PartFileWriting {
    private PartFileWriting() {}

    static void append(Path place, byte[] bytes) throws IOException {
        try (OutputStream out = new PartFile(place).append()) {
            out.write(bytes);
        }
    }

    static void held(Path place, Runnable meanwhile) throws IOException {
        try (FileHold hold = new PartFile(place).hold().orElseThrow()) {
            meanwhile.run();
            hold.remove();
        }
    }
}
