package org.layerloom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.layerloom.cli.LayerloomCommand;
import org.layerloom.cli.Terminal;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.files.Handover;
import org.layerloom.files.LogHandler;
import org.layerloom.files.ProgramLog;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelRoots;
import org.layerloom.generate.UserFolder;
import org.layerloom.pipeline.art.ArtProvider;
import org.layerloom.pipeline.layerdiffuse.LayerDiffuseProvider;
import org.layerloom.ui.LayerloomApp;

/// Picks the window or the command line; the only file that names concrete pipelines.
public final class Main {
    /// Read by DJL when it loads: nothing is downloaded and nothing is told to anybody.
    private static final Map<String, String> ENGINE =
            Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true", "RUST_FLAVOR", "cpu");

    private Main() {}

    /// @param args a command with its options; nothing, or a project's file, opens the window
    public static void main(String[] args) {
        ENGINE.forEach(System.getProperties()::putIfAbsent);
        ProgramLog log = new ProgramLog(UserFolder.findState().resolve("layerloom.log"));
        silenceLibraries(log);
        new LibtorchChoice(UserFolder.findSettings()).announce();
        List<Path> roots = ModelRoots.find();
        ModelCatalog catalog = new ModelCatalog(providers(roots), roots);
        LayerloomCommand command = new LayerloomCommand(catalog, Terminal.system(), log);
        if (args.length > 1 || args.length == 1 && !isFile(command, args[0])) {
            Locale.setDefault(Locale.ENGLISH); // scripts read what the command line says
            System.exit(command.run(args));
        }
        Optional<Path> file = Stream.of(args)
                .map(arg -> Path.of(arg).toAbsolutePath().normalize())
                .findFirst();
        System.exit(openWindow(command, catalog, log, file));
    }

    private static int openWindow(LayerloomCommand command, ModelCatalog catalog, ProgramLog log, Optional<Path> file) {
        try (Handover handover =
                Handover.begin(UserFolder.findRuntime(), screen(), file.stream().toList())) {
            if (handover.isDone()) {
                return command.handedOver(file);
            }
            LayerloomApp.launch(catalog, file, log, handover);
            return 0;
        } catch (IllegalStateException e) {
            return command.refuse(e);
        }
    }

    /// What windows are shown on, on systems that have several: one user's desktop, and a remote one beside it.
    private static String screen() {
        Map<String, String> all = System.getenv();
        return all.getOrDefault("WAYLAND_DISPLAY", "") + " " + all.getOrDefault("DISPLAY", "");
    }

    private static List<GeneratorProvider> providers(List<Path> roots) {
        return List.of(new ArtProvider(roots), new LayerDiffuseProvider(roots));
    }

    /// The libraries' chatter never reaches the terminal; what they throw does, as a sentence. Our own problems go to
    /// the log.
    private static void silenceLibraries(ProgramLog log) {
        byte[] configuration = "handlers=\n.level=OFF\norg.layerloom.level=WARNING\n".getBytes(StandardCharsets.UTF_8);
        try {
            LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Logger.getLogger("").addHandler(new LogHandler(log));
    }

    private static boolean isFile(LayerloomCommand command, String argument) {
        try {
            return !command.understands(argument) && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
