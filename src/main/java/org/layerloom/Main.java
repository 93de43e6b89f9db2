package org.layerloom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import org.layerloom.cli.FailureLog;
import org.layerloom.cli.LayerloomCommand;
import org.layerloom.cli.Terminal;
import org.layerloom.device.LibtorchChoice;
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
        silenceLibraries();
        new LibtorchChoice(UserFolder.findSettings()).announce();
        List<Path> roots = ModelRoots.find();
        ModelCatalog catalog = new ModelCatalog(providers(roots), roots);
        FailureLog log = new FailureLog(UserFolder.find().resolve("layerloom.log"));
        LayerloomCommand command = new LayerloomCommand(catalog, Terminal.system(), log);
        if (args.length > 1 || args.length == 1 && !isFile(command, args[0])) {
            Locale.setDefault(Locale.ENGLISH); // scripts read what the command line says
            System.exit(command.run(args));
        }
        System.exit(openWindow(command, catalog, log, args));
    }

    private static int openWindow(LayerloomCommand command, ModelCatalog catalog, FailureLog log, String[] args) {
        try {
            LayerloomApp.launch(
                    catalog,
                    Arrays.stream(args)
                            .map(arg -> Path.of(arg).toAbsolutePath().normalize())
                            .findFirst(),
                    log::add);
            return 0;
        } catch (IllegalStateException e) {
            return command.refuse(e);
        }
    }

    private static List<GeneratorProvider> providers(List<Path> roots) {
        return List.of(new ArtProvider(roots), new LayerDiffuseProvider(roots));
    }

    /// The libraries' chatter never reaches the terminal; what they throw does, as a sentence.
    private static void silenceLibraries() {
        byte[] configuration = "handlers=\n.level=OFF\n".getBytes(StandardCharsets.UTF_8);
        try {
            LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFile(LayerloomCommand command, String argument) {
        try {
            return !command.understands(argument) && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
