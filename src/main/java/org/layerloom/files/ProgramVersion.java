package org.layerloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version that the build wrote into the program; its one place is the pom.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// As the pom has it: `0.1.0`.
    public static String find() {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/org/layerloom/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
