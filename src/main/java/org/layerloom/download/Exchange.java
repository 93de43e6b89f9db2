package org.layerloom.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.layerloom.words.Words;

/// Asks servers for files: the only place of the program that makes requests, and only when the user wanted one.
///
/// @param client follows no redirects by itself
record Exchange(HttpClient client, Access access) {
    private static final Words WORDS = Words.of(Exchange.class);
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;
    private static final HttpHeaders NOTHING = HttpHeaders.of(Map.of(), (name, value) -> true);
    private static final int MOST_REDIRECTS = 8;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    static Exchange with(Access access) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER) // they are looked at first
                .connectTimeout(CONNECTING)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return new Exchange(client, access);
    }

    /// Asks for a file from a byte on.
    ///
    /// @param from 0 = all of it
    /// @param version what it must still be for the part to be of use; the server gives all of it otherwise
    /// @throws DownloadException where it is not given out
    Answer get(URI address, long from, String version, Stop stop) throws IOException {
        Addresses.check(address);
        URI at = address;
        HttpHeaders stating = NOTHING;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<InputStream> response = send(request(at, from, version), stop);
            stating = Answer.states(stating) ? stating : response.headers();
            if (!REDIRECTS.contains(response.statusCode())) {
                Answer answer = Answer.of(response, stating);
                try {
                    answer.requireFile(address);
                } catch (DownloadException e) {
                    answer.close();
                    throw e;
                }
                return answer;
            }
            response.body().close();
            at = Addresses.next(at, response.headers().firstValue("Location").orElse(""));
        }
        throw new DownloadException(WORDS.text("redirect.many", address.getHost()));
    }

    private HttpRequest request(URI at, long from, String version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(ANSWERING)
                .header("User-Agent", "Layerloom")
                .header("Accept-Encoding", "identity");
        access.authorization(at).ifPresent(value -> request.header("Authorization", value));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", version);
        }
        return request.GET().build();
    }

    /// The future is looked at now and then: a stop need not wait for the server.
    private HttpResponse<InputStream> send(HttpRequest request, Stop stop) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            while (true) {
                stop.check();
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    continue;
                }
            }
        } catch (ExecutionException e) {
            String host = request.uri().getHost();
            throw new DownloadException(WORDS.text("unreachable", host), DownloadException.Remedy.AGAIN, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            answer.cancel(true);
        }
    }
}
