package org.layerloom.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.DeviceKind;
import org.layerloom.device.DeviceProbe;
import org.layerloom.device.Libtorch;
import org.layerloom.device.LibtorchChoice;

/// The libtorch of this process, which is loaded once and stays: one for CUDA only where driver, graphics card and
/// its own files are found to fit, else the one for the processor.
///
/// @param facts   what was found, and what loading showed of it
/// @param failure why nothing can be computed until the next start; empty where all is well
record LoadedLibtorch(DeviceFacts facts, Optional<String> failure) {
    private static final String VERSION = "PYTORCH_VERSION";
    private static final String FLAVOUR = "PYTORCH_FLAVOR";
    private static final String CPU = "cpu";
    /// The build of DJL's bridge; it fits every libtorch for CUDA 12 of the same version.
    private static final String CUDA = "cu128";

    /// What is known of the one that was loaded; none before.
    private static final AtomicReference<DeviceFacts> KNOWN = new AtomicReference<>();

    /// A process has one.
    private static final class Once {
        static final LoadedLibtorch LOADED = load(DeviceProbe.look(), LibtorchChoice.announced());
    }

    /// Loads it at the first call.
    ///
    /// @throws DeviceException if it does not load
    static LoadedLibtorch get() {
        LoadedLibtorch loaded = Once.LOADED;
        KNOWN.set(loaded.facts);
        loaded.failure.ifPresent(why -> {
            throw new DeviceException(why);
        });
        return loaded;
    }

    /// What was found, and what loading showed of it; before anything is loaded what can be found without.
    static DeviceFacts known() {
        DeviceFacts known = KNOWN.get();
        return known == null ? DeviceProbe.look() : known;
    }

    static LoadedLibtorch load(DeviceFacts found, Optional<LibtorchChoice> choice) {
        Native.prepare();
        if (DeviceDecision.of("auto", found).kind() != DeviceKind.CUDA) {
            return forCpu(found);
        }
        Path folder = found.libtorch().folder().orElseThrow();
        choice.ifPresent(kept -> mark(kept, folder));
        Optional<String> problem = tryLoading(folder);
        LoadedLibtorch loaded = problem.isPresent()
                ? forCpu(found.with(found.libtorch().as(Libtorch.State.UNLOADABLE, problem.get())))
                : forCuda(found, folder);
        if (loaded.failure.isEmpty()) {
            choice.ifPresent(LoadedLibtorch::unmark);
        }
        return loaded;
    }

    /// The folder that the environment names cannot be left out; of one for CUDA the part for the processor is used.
    private static LoadedLibtorch forCpu(DeviceFacts found) {
        if (System.getenv(DeviceProbe.FOLDER) == null) {
            return new LoadedLibtorch(found, Optional.empty());
        }
        return switch (found.libtorch().state()) {
            case CPU_ONLY, CUDA, NO_VERSION, BLIND, BUNDLED -> {
                flavour(CPU);
                yield new LoadedLibtorch(found, Optional.empty());
            }
            case MISSING, BROKEN, OTHER_VERSION, LAST_START, UNLOADABLE ->
                new LoadedLibtorch(
                        found,
                        Optional.of("no libtorch can be loaded: unset " + DeviceProbe.FOLDER + ", which names "
                                + System.getenv(DeviceProbe.FOLDER) + " ("
                                + DeviceDecision.of("auto", found).why() + ")"));
        };
    }

    private static LoadedLibtorch forCuda(DeviceFacts found, Path folder) {
        System.setProperty(DeviceProbe.FOLDER, folder.toString());
        flavour(CUDA);
        try {
            boolean sees = Engine.getEngine("PyTorch").hasCapability("CUDA");
            Libtorch known = found.libtorch();
            return new LoadedLibtorch(
                    sees ? found : found.with(known.as(Libtorch.State.BLIND, known.detail())), Optional.empty());
        } catch (EngineException | LinkageError e) { // the engine tries but once: the next start is on the processor
            return new LoadedLibtorch(
                    found,
                    Optional.of("the libtorch in " + folder + " does not load (" + firstLine(e)
                            + "): start the program again to run models on the processor"));
        }
    }

    /// Without version and flavour DJL looks for natives that do not exist. Those that the installed program is
    /// started with are of the libtorch that comes with it, and give way to those of the one that is used.
    static void flavour(String flavour) {
        System.setProperty(VERSION, Libtorch.VERSION); // DJL looks into the environment first
        System.setProperty(FLAVOUR, flavour);
    }

    /// Why the libraries for CUDA cannot be loaded; empty if they were, or if only the engine can tell (on Windows it
    /// loads what they need first).
    static Optional<String> tryLoading(Path folder) {
        String library = System.mapLibraryName("torch_cuda");
        if (library.endsWith(".dll")) {
            return Optional.empty();
        }
        try {
            System.load(folder.resolve(library).toAbsolutePath().toString());
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(firstLine(e));
        }
    }

    private static String firstLine(Throwable problem) {
        Throwable first = problem;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static void mark(LibtorchChoice choice, Path folder) {
        try {
            choice.begin(folder);
        } catch (IOException e) {
            // Nothing can be kept there: the next start knows nothing of this one.
        }
    }

    private static void unmark(LibtorchChoice choice) {
        try {
            choice.tryAgain();
        } catch (IOException e) {
            // The next start says that this one ended early; trying again is offered.
        }
    }
}
