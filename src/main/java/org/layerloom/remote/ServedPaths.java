package org.layerloom.remote;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.ModelEntry;

/// What a server answers on each of its paths. Nothing of a request's body is read before its token, its size and the
/// room for one more were looked at.
final class ServedPaths {
    private final ServedModels models;
    private final Token token;
    private final Limits limits;
    private final RunLog log;
    private final Turns turns;

    /// A client that takes nothing for so long is taken for gone.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// A request that was read. Its pictures are not decoded yet: those of runs that wait would fill the memory.
    private record Asked(ModelEntry entry, RequestMessage message, List<Wire.Frame> pictures) {}

    ServedPaths(ServedModels models, Token token, Limits limits, RunLog log) {
        this.models = models;
        this.token = token;
        this.limits = limits;
        this.log = log;
        turns = new Turns(limits.waiting());
    }

    void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set(Wire.HEADER, String.valueOf(Wire.PROTOCOL));
        try {
            if (!token.isIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw new RefusedException(Refusal.Reason.TOKEN, "");
            }
            String path =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (path) {
                case "GET " + Wire.MODELS -> send(exchange, 200, models.listing(limits));
                case "POST " + Wire.GENERATE -> generate(exchange);
                default -> throw new RefusedException(Refusal.Reason.VERSION, "");
            }
        } catch (RefusedException e) {
            send(exchange, e.refusal().reason().status(), e.refusal());
        }
    }

    private static void send(HttpExchange exchange, int status, Object message) throws IOException {
        byte[] json = Wire.JSON.writeValueAsBytes(message);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.getResponseBody().flush(); // closing it waits for what is left of the request
    }

    private void generate(HttpExchange exchange) throws IOException, RefusedException {
        long length = length(exchange);
        if (length > limits.bytes()) {
            throw new RefusedException(Refusal.Reason.LIMIT, "");
        }
        Optional<Turns.Turn> place = turns.take();
        if (place.isEmpty()) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()); // else the answer would be lost
            throw new RefusedException(Refusal.Reason.BUSY, "");
        }
        try (Turns.Turn turn = place.get()) {
            Asked asked = read(exchange.getRequestBody(), length);
            turn.lineUp();
            exchange.getResponseHeaders().set("Content-Type", Wire.FRAMES);
            exchange.sendResponseHeaders(200, 0);
            run(exchange, turn, asked);
        }
    }

    /// Bytes that the client is about to send; one that does not say is refused.
    private static long length(HttpExchange exchange) throws RefusedException {
        try {
            return Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        } catch (NumberFormatException e) {
            throw new RefusedException(Refusal.Reason.UNREADABLE, "");
        }
    }

    private Asked read(InputStream in, long length) throws IOException, RefusedException {
        try {
            RequestMessage message = Wire.read(in, 0).as(RequestMessage.class);
            requireWithin(message);
            List<Wire.Frame> pictures = Wire.frames(in, message.pictures(), length);
            return new Asked(models.find(message.model()).with(message.weights()), message, pictures);
        } catch (EOFException e) {
            throw e; // the client is gone
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(Refusal.Reason.UNREADABLE, "");
        }
    }

    private void requireWithin(RequestMessage message) throws RefusedException {
        boolean within = (long) message.width() * message.height() <= limits.pixels()
                && message.targets().size() + message.fixed().size() <= limits.boxes() + 2
                && message.pictures() <= limits.pictures();
        if (!within) {
            throw new RefusedException(Refusal.Reason.LIMIT, "");
        }
    }

    private void run(HttpExchange exchange, Turns.Turn turn, Asked asked) {
        long begun = System.nanoTime();
        String how = "fault";
        try (OutputStream out = new BufferedOutputStream(new ClientStream(exchange.getResponseBody(), PATIENCE))) {
            int before = turn.before(0);
            while (before > 0) {
                Wire.write(out, new Event.Waiting(before));
                out.flush();
                before = turn.before(ServedRun.QUIET);
            }
            how = make(asked, out);
        } catch (IOException | InterruptedException e) {
            how = "client gone";
        } finally {
            log.ended(
                    exchange.getRemoteAddress().getAddress().getHostAddress(),
                    asked.message.model(),
                    asked.message.targets().size(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    how);
        }
    }

    private String make(Asked asked, OutputStream out) throws IOException, InterruptedException {
        GenerateRequest request;
        try {
            request = decode(asked);
        } catch (RefusedException e) {
            Wire.write(out, new Event.Failed(e.refusal()));
            return e.refusal().reason().word();
        }
        return new ServedRun(models).make(asked.entry, request, out);
    }

    private GenerateRequest decode(Asked asked) throws RefusedException {
        try {
            List<Raster> pictures = Wire.pictures(asked.pictures, limits.picturePixels());
            return asked.message.request(pictures, models.device());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.Reason.REQUEST, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            throw new RefusedException(Refusal.Reason.MEMORY, "");
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(Refusal.Reason.UNREADABLE, "");
        }
    }
}
