package org.layerloom.remote;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;

/// Requests to one server. Where one waits for an answer, `Progress` is asked whether anybody still wants it.
final class Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIST = Duration.ofSeconds(20);
    /// Until an answer begins: the request's pictures have to go over first.
    private static final Duration ANSWER = Duration.ofMinutes(10);
    /// A list is small, and so is a refusal.
    private static final int MAX_JSON = 1 << 22;

    /// Between two looks at whether the run is still wanted, ms.
    static final long LOOK = 100;

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Address address;
    private final Token token;
    private final HttpClient client;

    Connection(Address address, Token token) {
        this.address = address;
        this.token = token;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        address.fingerprint().map(Certificates::only).ifPresent(builder::sslContext);
        client = builder.build();
    }

    Address address() {
        return address;
    }

    /// What the server says of itself.
    ///
    /// @throws ModelException when it cannot be asked, in one sentence
    Listing listing(Progress progress) throws ModelException {
        HttpRequest request = to(Wire.MODELS, LIST).GET().build();
        try (InputStream body = send(request, progress, "")) {
            return Wire.JSON.readValue(body.readNBytes(MAX_JSON), Listing.class);
        } catch (JacksonException e) {
            throw Trouble.of(Refusal.of(Refusal.Reason.VERSION), address, "");
        } catch (IOException e) {
            throw Trouble.of(e, address, false);
        }
    }

    /// Has a request worked on.
    ///
    /// @param body the request and its pictures
    /// @param model the server's id of the model, for what is said
    /// @return what it tells; closing it cancels the run
    InputStream generate(byte[] body, Progress progress, String model) throws ModelException {
        HttpRequest request = to(Wire.GENERATE, ANSWER)
                .header("Content-Type", Wire.FRAMES)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return send(request, progress, model);
    }

    private HttpRequest.Builder to(String path, Duration timeout) {
        return HttpRequest.newBuilder(address.at(path)).timeout(timeout).header("Authorization", token.header());
    }

    private InputStream send(HttpRequest request, Progress progress, String model) throws ModelException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        HttpResponse<InputStream> response = await(answer, progress);
        boolean ours = response.headers().firstValue(Wire.HEADER).isPresent();
        if (ours && response.statusCode() == 200) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw Trouble.of(ours, body.readNBytes(MAX_JSON), address, model);
        } catch (IOException e) {
            throw Trouble.of(e, address, false);
        }
    }

    private HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> future, Progress progress)
            throws ModelException {
        HttpResponse<InputStream> response = null;
        try {
            while (true) {
                try {
                    response = future.get(LOOK, TimeUnit.MILLISECONDS);
                    return response;
                } catch (TimeoutException e) {
                    progress.check();
                }
            }
        } catch (ExecutionException e) {
            throw Trouble.of(e.getCause(), address, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            if (response == null && !future.cancel(true)) {
                future.thenAccept(Connection::abandon); // it came while one gave up: the server still works on it
            }
        }
    }

    private static void abandon(HttpResponse<InputStream> late) {
        try {
            late.body().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an answer that nobody waits for", e);
        }
    }

    /// Ends what goes on.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
