package org.layerloom.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceProbe;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.UserFolder;
import org.layerloom.remote.Address;
import org.layerloom.remote.Limits;
import org.layerloom.remote.RemoteServer;
import org.layerloom.remote.ServedModels;
import org.layerloom.remote.ServerKey;
import org.layerloom.remote.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: lends this machine's models, and its graphics card, to editors on other machines.
@Command(
        name = "serve",
        description = "Lends the models of this machine to the editor and to generate --remote on others, until it is"
                + " stopped.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + Address.PORT,
            description = "Where to listen; 0 = any that is free; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listens on one of this machine's addresses alone; else on all with --tls, and on localhost"
                    + " without.")
    private String bind;

    @Option(
            names = "--tls",
            paramLabel = "KEYSTORE",
            description = "A PKCS 12 file with key and certificate, its password in " + ServerKey.PASSWORD
                    + "; one that is not there is made, with a certificate of its own.")
    private Path tls;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The token that clients have to know; one that is not there is made. Else " + Token.VARIABLE
                    + " of the environment holds it, else a file in the folder of settings.")
    private Path tokenFile;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda|mps",
            defaultValue = "auto",
            description = "Where to compute; default: ${DEFAULT-VALUE}.")
    private DeviceChoice device;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "8",
            description = "Runs that may wait for the one that goes on; default: ${DEFAULT-VALUE}.")
    private int waiting;

    @Option(
            names = "--max-request",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "The largest request that is taken; default: ${DEFAULT-VALUE}.")
    private int maxRequest;

    @Option(names = "--quiet", description = "Says nothing of the runs.")
    private boolean quiet;

    private final ModelCatalog catalog;
    private final Terminal terminal;
    private final Cancellation cancellation;

    ServeCommand(ModelCatalog catalog, Terminal terminal, Cancellation cancellation) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws BadInputException, ModelException, IOException, InterruptedException {
        requireSensible();
        int count = catalog.models().size();
        if (count == 0) {
            throw new ModelException("no model was found in " + catalog.roots());
        }
        String on = device.asked();
        DeviceDecision decision = DeviceDecision.of(on, DeviceProbe.look());
        if (!decision.isMet()) {
            throw new BadInputException(decision.sentence());
        }
        String words = decision.words(Runtime.getRuntime().availableProcessors());
        Optional<ServerKey> key = key();
        try (RemoteServer server = RemoteServer.start(
                new InetSocketAddress(address(key.isPresent()), port),
                key,
                token(),
                Limits.of(maxRequest, waiting),
                new ServedModels(catalog, on, words),
                this::note)) {
            announce(count, words, server.port(), key);
            CountDownLatch stopped = new CountDownLatch(1);
            cancellation.whenRequested(stopped::countDown);
            stopped.await();
        }
        return ExitCode.DONE;
    }

    private void requireSensible() throws BadInputException {
        if (port < 0 || port > MOST_PORT) {
            throw new BadInputException("--port is " + port + ": ports go from 0 to " + MOST_PORT);
        }
        if (waiting < 0 || waiting > 1000) {
            throw new BadInputException("--waiting is " + waiting + ": 0 to 1000 runs may wait");
        }
        if (maxRequest < 1 || maxRequest > 1024) {
            throw new BadInputException("--max-request is " + maxRequest + ": 1 to 1024 MiB can be taken");
        }
    }

    private InetAddress address(boolean encrypted) throws BadInputException {
        try {
            if (bind == null) {
                return encrypted ? new InetSocketAddress(0).getAddress() : InetAddress.getLoopbackAddress();
            }
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new BadInputException("--bind " + bind + " is no address of this machine", e);
        }
    }

    private Optional<ServerKey> key() throws IOException {
        if (tls == null) {
            return Optional.empty();
        }
        if (Files.notExists(tls)) {
            ServerKey.make(tls, host(), System.getenv());
            terminal.out().println("Made a key and a certificate in " + tls);
        }
        return Optional.of(ServerKey.in(tls, System.getenv()));
    }

    private Token token() throws IOException, BadInputException {
        try {
            Optional<Token> told = tokenFile == null ? Token.of(System.getenv()) : Optional.empty();
            return told.isPresent() ? told.get() : kept();
        } catch (IllegalArgumentException e) {
            throw new BadInputException(Token.VARIABLE + ": " + e.getMessage(), e);
        }
    }

    private Token kept() throws IOException {
        Path file = tokenFile == null ? UserFolder.findSettings().resolve("server-token") : tokenFile;
        if (Files.notExists(file)) {
            Token.random().keepIn(file);
        }
        terminal.out().println("The token that clients have to know is in " + file);
        return Token.in(file);
    }

    private void announce(int count, String words, int at, Optional<ServerKey> key) {
        String base = key.isPresent() ? "https://" + host() : "http://localhost";
        String fingerprint = key.map(k -> "#" + k.fingerprint()).orElse("");
        terminal.out().println("Serving " + (count == 1 ? "1 model on " : count + " models on ") + words);
        terminal.out().println("Address for clients: " + base + ":" + at + fingerprint);
        if (key.isEmpty()) {
            terminal.out().println("Only this machine can connect; --tls opens it to others.");
        }
    }

    /// The name by which others know this machine, as far as it knows itself.
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private void note(String client, String model, int boxes, Duration time, String how) {
        if (!quiet) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %s, %d %s, %.1f s: %s%n",
                            client,
                            model,
                            boxes,
                            boxes == 1 ? "box" : "boxes",
                            time.toMillis() / 1000.0,
                            how);
        }
    }
}
