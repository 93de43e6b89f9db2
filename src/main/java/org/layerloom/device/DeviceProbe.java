package org.layerloom.device;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Finds out what this machine has, without loading any libtorch.
public final class DeviceProbe {
    /// The folder of libtorch, as DJL's engine reads it: from the environment before anything else.
    public static final String FOLDER = "PYTORCH_LIBRARY_PATH";

    private DeviceProbe() {}

    /// What there is now: the driver is asked, and files are looked at.
    public static DeviceFacts look() {
        String system = System.getProperty("os.name", "");
        String architecture = System.getProperty("os.arch", "");
        boolean windows = system.toLowerCase(Locale.ROOT).contains("windows");
        boolean mac = system.toLowerCase(Locale.ROOT).contains("mac");
        Driver driver = mac ? Driver.ABSENT : CudaDriver.ask(windows);
        return new DeviceFacts(
                system,
                architecture,
                driver,
                libtorch(System.getenv(FOLDER), LibtorchChoice.announced(), System.getProperty(FOLDER)));
    }

    /// The libtorch that would be loaded: that of the environment, else the chosen one, else the program's own.
    ///
    /// @param environment the folder that it names, or null
    /// @param launcher    the folder that the program's launcher names, or null
    static Libtorch libtorch(String environment, Optional<LibtorchChoice> choice, String launcher) {
        if (environment != null) {
            return marked(Libtorch.in(Path.of(environment)), choice);
        }
        Optional<Path> chosen = choice.flatMap(LibtorchChoice::folder);
        if (chosen.isPresent()) {
            return marked(Libtorch.in(chosen.get()), choice);
        }
        if (launcher == null) {
            return Libtorch.BUNDLED;
        }
        Libtorch own = Libtorch.in(Path.of(launcher));
        return own.state() == Libtorch.State.CUDA ? marked(own, choice) : Libtorch.BUNDLED;
    }

    private static Libtorch marked(Libtorch found, Optional<LibtorchChoice> choice) {
        boolean fatal = choice.isPresent() && choice.get().endedWhileLoading(found.folder());
        return fatal && found.state() == Libtorch.State.CUDA ? found.as(Libtorch.State.LAST_START, "") : found;
    }
}
