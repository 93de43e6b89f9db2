package org.layerloom.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

/// A server on this machine for a test, and a client's way to it.
final class Served implements AutoCloseable {
    static final Token TOKEN = Token.of("a-token-of-the-tests-0123");

    final RemoteServer server;
    final Address address;
    final List<String> log = new CopyOnWriteArrayList<>();

    private Served(ModelCatalog catalog, Limits limits, Optional<ServerKey> key) throws IOException {
        server = RemoteServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                key,
                TOKEN,
                limits,
                new ServedModels(catalog, "cpu", "CPU, for tests"),
                (client, model, boxes, time, how) -> log.add(model + ", " + boxes + " boxes: " + how));
        address = Address.of((key.isPresent() ? "https" : "http") + "://localhost:" + server.port()
                + key.map(k -> "#" + k.fingerprint()).orElse(""));
    }

    static Served plain(ModelCatalog catalog) throws IOException {
        return new Served(catalog, Limits.of(64, 4), Optional.empty());
    }

    static Served limited(ModelCatalog catalog, Limits limits) throws IOException {
        return new Served(catalog, limits, Optional.empty());
    }

    static Served encrypted(ModelCatalog catalog, ServerKey key) throws IOException {
        return new Served(catalog, Limits.of(64, 4), Optional.of(key));
    }

    /// The server's first model, as a client sees it.
    ModelEntry model() throws ModelException {
        return new RemoteProvider(address, TOKEN).models().getFirst();
    }

    LayerGenerator open() throws ModelException {
        return model().open("auto", Progress.NONE);
    }

    /// Two boxes on a small page.
    static GenerateRequest request(String model, int steps) {
        Settings settings =
                new Settings(7, OptionalInt.of(steps), OptionalDouble.empty(), OptionalDouble.empty(), "cpu", 1);
        return new GenerateRequest(
                model,
                Mode.LAYERS,
                128,
                96,
                "a red star and a moon",
                "",
                "",
                List.of(
                        Target.of(new LayerId(1), new Rect(8, 8, 40, 32), ""),
                        Target.of(new LayerId(2), new Rect(60, 20, 48, 60), "a moon")),
                List.of(),
                settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
