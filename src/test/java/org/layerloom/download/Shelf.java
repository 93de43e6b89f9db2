package org.layerloom.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this computer that gives out one file at a time, as well or as badly as a test wants it.
public final class Shelf implements AutoCloseable {
    /// What it does with one request.
    public interface Turn {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Turn> turns = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

    public Shelf() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) {
        Map<String, String> asked = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> asked.put(name.toLowerCase(), values.getFirst()));
        requests.add(asked);
        Turn turn = turns.size() > 1 ? turns.removeFirst() : turns.getFirst();
        try (exchange) {
            turn.answer(exchange);
        } catch (IOException e) {
            return; // the client went away, or the test wanted it
        }
    }

    /// The next answers, in this order; the last one is given again and again.
    public void will(Turn... next) {
        turns.clear();
        turns.addAll(List.of(next));
    }

    /// The headers of the requests that came, names in small letters.
    public List<Map<String, String>> requests() {
        return requests;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    /// Gives out a file as servers do: ranges, and an ETag that tells whether it is the same.
    public static Turn file(byte[] bytes, String tag) {
        return exchange -> {
            int from = from(exchange, tag);
            exchange.getResponseHeaders().set("ETag", tag);
            if (from > 0 && from >= bytes.length) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + bytes.length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            head(exchange, bytes, from);
            exchange.getResponseBody().write(bytes, from, bytes.length - from);
        };
    }

    /// As [#file], but the connection breaks when it has come to byte `until`.
    public static Turn broken(byte[] bytes, String tag, int until) {
        return exchange -> {
            int from = from(exchange, tag);
            exchange.getResponseHeaders().set("ETag", tag);
            head(exchange, bytes, from);
            exchange.getResponseBody().write(bytes, from, until - from);
            exchange.getResponseBody().flush();
            throw new IOException("the test breaks it");
        };
    }

    /// As [#broken], but the connection stays open and nothing comes any more, for so long.
    public static Turn silent(byte[] bytes, String tag, int until, long millis) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            head(exchange, bytes, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(bytes, 0, until);
            body.flush();
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the test breaks it");
        };
    }

    /// Gives out the whole file whatever is asked for.
    public static Turn whole(byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Turn status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Turn redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static int from(HttpExchange exchange, String tag) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        return range == null || !same ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private static void head(HttpExchange exchange, byte[] bytes, int from) throws IOException {
        if (from > 0) {
            String range = "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
            exchange.getResponseHeaders().set("Content-Range", range);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
