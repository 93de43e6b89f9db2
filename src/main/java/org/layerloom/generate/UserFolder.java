package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps what belongs to the user and to no design, in each system's usual places: the one class that
/// knows them. Nothing is created here.
public final class UserFolder {
    private final String system;
    private final Path home;
    private final Map<String, String> environment;

    /// @param system the system's name as Java gives it
    UserFolder(String system, Path home, Map<String, String> environment) {
        this.system = system;
        this.home = home;
        this.environment = environment;
    }

    private static UserFolder here() {
        return new UserFolder(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// Further models, unsaved work, earlier versions: what is worth keeping.
    public static Path find() {
        return here().data();
    }

    /// What the user chose for the program.
    public static Path findSettings() {
        return here().settings();
    }

    /// The log: what may be lost.
    public static Path findState() {
        return here().state();
    }

    /// What lives as long as the user is logged in: the socket of the program that runs.
    public static Path findRuntime() {
        return here().runtime();
    }

    Path data() {
        if (isWindows()) {
            return named("LOCALAPPDATA", "AppData/Local").resolve("Layerloom");
        }
        return isMac()
                ? home.resolve("Library/Application Support/Layerloom")
                : named("XDG_DATA_HOME", ".local/share").resolve("layerloom");
    }

    Path settings() {
        if (isWindows()) {
            return named("APPDATA", "AppData/Roaming").resolve("Layerloom");
        }
        return isMac() ? data() : named("XDG_CONFIG_HOME", ".config").resolve("layerloom");
    }

    Path state() {
        if (isWindows()) {
            return data().resolve("Logs");
        }
        return isMac()
                ? home.resolve("Library/Logs/Layerloom")
                : named("XDG_STATE_HOME", ".local/state").resolve("layerloom");
    }

    Path runtime() {
        boolean ofLogin = !isWindows() && !isMac() && isAbsolute(environment.get("XDG_RUNTIME_DIR"));
        return ofLogin ? Path.of(environment.get("XDG_RUNTIME_DIR")).resolve("layerloom") : data().resolve("run");
    }

    private boolean isWindows() {
        return system.startsWith("Windows");
    }

    private boolean isMac() {
        return system.startsWith("Mac");
    }

    /// The folder that a variable names, or the usual one below the home.
    private Path named(String variable, String usual) {
        String value = environment.get(variable);
        return isWindows() && value != null || isAbsolute(value) ? Path.of(value) : home.resolve(usual);
    }

    /// Relative paths in these variables are to be ignored (XDG Base Directory Specification).
    private static boolean isAbsolute(String value) {
        return value != null && value.startsWith("/");
    }
}
