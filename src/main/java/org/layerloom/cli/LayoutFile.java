package org.layerloom.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutException;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.generate.GenerateRequest;

/// Opens LAYOUT.json and has it read; every refusal begins with the file's name.
final class LayoutFile {
    private LayoutFile() {}

    /// @throws BadInputException in one sentence that begins with the file's name
    static Layout read(Path file) throws BadInputException {
        try {
            requireFile(file);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return LayoutReader.read(in, GenerateRequest.MAX_BOXES);
            }
        } catch (LayoutException | BadInputException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be read: " + ReadFailure.reason(e), e);
        }
    }

    private static void requireFile(Path file) throws BadInputException {
        if (!Files.exists(file)) {
            throw new BadInputException("there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("this is " + (Files.isDirectory(file) ? "a folder" : "no regular file")
                    + " where a layout file is expected");
        }
    }
}
