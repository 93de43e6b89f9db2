package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps what belongs to the user and to no design: further models, the log of failures, settings.
public final class UserFolder {
    private UserFolder() {}

    /// This system's usual place; nothing is created.
    public static Path find() {
        return find(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// @param system the system's name as Java gives it
    static Path find(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            String data = environment.get("LOCALAPPDATA");
            return (data == null ? home.resolve("AppData").resolve("Local") : Path.of(data)).resolve("Layerloom");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Layerloom");
        }
        String data = environment.get("XDG_DATA_HOME");
        boolean named = data != null && data.startsWith("/");
        return (named ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("layerloom");
    }

    /// This system's usual place for settings; nothing is created.
    public static Path findSettings() {
        return findSettings(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// @param system the system's name as Java gives it
    static Path findSettings(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return find(system, home, environment);
        }
        String config = environment.get("XDG_CONFIG_HOME");
        boolean named = config != null && config.startsWith("/");
        return (named ? Path.of(config) : home.resolve(".config")).resolve("layerloom");
    }
}
