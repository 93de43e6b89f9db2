package org.layerloom.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerloom.words.Words;

/// What a server said to the question for a file, its redirects followed.
///
/// @param status  HTTP's
/// @param version what tells that the file is still the same: a strong ETag, else its time; blank = nothing does
/// @param sha256  the file's SHA-256 where the place states it, else blank
/// @param body    to be closed
record Answer(int status, HttpHeaders headers, String version, String sha256, InputStream body)
        implements AutoCloseable {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int NO_SUCH_RANGE = 416;

    private static final Words WORDS = Words.of(Answer.class);
    private static final String STATED = "X-Linked-ETag";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern HASH = Pattern.compile("(?:W/)?\"?([0-9a-f]{64})\"?");

    /// Whether an answer states the file's hash.
    static boolean states(HttpHeaders headers) {
        return headers.firstValue(STATED).isPresent();
    }

    /// @param stating headers of the first of a chain of redirects that states the file's hash: the hub's does
    static Answer of(HttpResponse<InputStream> response, HttpHeaders stating) {
        HttpHeaders headers = response.headers();
        String version = headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse("");
        // Documented with huggingface_hub.get_hf_file_metadata: the ETag of the file itself, its SHA-256.
        String sha256 = stating.firstValue(STATED)
                .map(HASH::matcher)
                .filter(Matcher::matches)
                .map(matched -> matched.group(1))
                .orElse("");
        return new Answer(response.statusCode(), headers, version, sha256, response.body());
    }

    /// Where a partial answer begins; -1 where it does not say so.
    long start() {
        Optional<Matcher> range = range();
        return range.isPresent() ? Long.parseLong(range.get().group(1)) : -1;
    }

    /// Size of the whole file; empty where it is not told.
    OptionalLong total() {
        if (status == PARTIAL) {
            Optional<String> all = range().map(matched -> matched.group(3));
            return all.isEmpty() || all.get().equals("*")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(all.get()));
        }
        return headers.firstValueAsLong("Content-Length");
    }

    private Optional<Matcher> range() {
        return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
    }

    /// @throws DownloadException where it is no file
    void requireFile(URI address) throws DownloadException {
        if (!List.of(OK, PARTIAL, NO_SUCH_RANGE).contains(status)) {
            throw refusal(address);
        }
    }

    private DownloadException refusal(URI address) {
        String host = address.getHost();
        String file = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                new DownloadException(
                        WORDS.text("http.denied", host, file, String.valueOf(status)),
                        DownloadException.Remedy.TOKEN,
                        null);
            case NOT_FOUND, GONE -> new DownloadException(WORDS.text("http.gone", host, file, String.valueOf(status)));
            default -> {
                boolean passing = status >= SERVER || status == TOO_MANY;
                yield new DownloadException(
                        WORDS.text(passing ? "http.busy" : "http.other", host, file, String.valueOf(status)),
                        passing ? DownloadException.Remedy.AGAIN : DownloadException.Remedy.NONE,
                        null);
            }
        };
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
