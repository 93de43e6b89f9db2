package org.layerloom.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.layerloom.words.Words;

/// Serves the models of this machine to editors on others: a list of them, and runs, one at a time and in the order in
/// which they were asked for. Who has no token learns nothing but the protocol's number.
public final class RemoteServer implements AutoCloseable {
    private static final Words WORDS = Words.of(RemoteServer.class);

    /// The JDK's server reads these once, before the first one is made: connections at a time, seconds for a request
    /// to come in, small messages at once.
    private static final Map<String, String> BOUNDS = Map.of(
            "jdk.httpserver.maxConnections", "64",
            "sun.net.httpserver.maxReqTime", "120",
            "sun.net.httpserver.nodelay", "true");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServedModels models;

    private RemoteServer(HttpServer server, ServedModels models) {
        this.server = server;
        this.models = models;
    }

    /// Begins to serve.
    ///
    /// @param at where to listen; port 0 = any that is free
    /// @param key of TLS; without one only this machine may be listened on
    /// @param log is told of each run, in a line without prompts
    /// @throws IOException when the port is taken, in one sentence
    public static RemoteServer start(
            InetSocketAddress at, Optional<ServerKey> key, Token token, Limits limits, ServedModels models, RunLog log)
            throws IOException {
        if (key.isEmpty() && !at.getAddress().isLoopbackAddress()) {
            throw new IOException(WORDS.text("server.plain", at.getHostString()));
        }
        BOUNDS.forEach(System.getProperties()::putIfAbsent);
        HttpServer server = bind(at, key);
        RemoteServer made = new RemoteServer(server, models);
        ServedPaths paths = new ServedPaths(models, token, limits, log);
        server.createContext("/", exchange -> made.answer(exchange, paths));
        server.setExecutor(made.threads);
        server.start();
        return made;
    }

    private static HttpServer bind(InetSocketAddress at, Optional<ServerKey> key) throws IOException {
        try {
            if (key.isEmpty()) {
                return HttpServer.create(at, 0);
            }
            HttpsServer server = HttpsServer.create(at, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(key.get().context()));
            return server;
        } catch (IOException e) {
            throw new IOException(
                    WORDS.text("server.port", at.getHostString(), String.valueOf(at.getPort()), e.getMessage()), e);
        }
    }

    private void answer(HttpExchange exchange, ServedPaths paths) throws IOException {
        try (exchange) {
            paths.answer(exchange);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Cancels what goes on, and returns when nothing of it is left.
    @Override
    public void close() {
        server.stop(0);
        threads.close();
        models.close();
    }
}
