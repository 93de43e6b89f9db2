package org.layerloom.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.layerloom.words.Words;

/// Where another machine serves its models: `https://gpu-box:7411#FINGERPRINT`. The part after `#` never leaves this
/// machine; it says which certificate to expect, for servers that made their own.
///
/// @param base scheme, host and port
/// @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits; empty = one that the system trusts
public record Address(URI base, Optional<String> fingerprint) {
    /// Where a server listens if nothing else is said.
    public static final int PORT = 7411;

    private static final Words WORDS = Words.of(Address.class);

    /// Reads what a person typed or copied.
    ///
    /// @throws IllegalArgumentException in one sentence
    public static Address of(String typed) {
        String text = typed.strip();
        URI uri = uri(text.contains("://") ? text : "https://" + text, text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        boolean bare = uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        if (!bare || !plain && !scheme.equals("https")) {
            throw new IllegalArgumentException(WORDS.text("address", text));
        }
        if (plain && !isHere(uri.getHost())) {
            throw new IllegalArgumentException(WORDS.text("address.plain", uri.getHost()));
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        return new Address(
                URI.create(scheme + "://" + uri.getHost() + ":" + port),
                Optional.ofNullable(uri.getFragment()).map(digits -> fingerprint(digits)));
    }

    private static URI uri(String text, String typed) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(WORDS.text("address", typed), e);
        }
    }

    private static String fingerprint(String text) {
        String digits = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(WORDS.text("address.fingerprint"));
        }
        return digits;
    }

    /// Whether a host is this machine, told without asking a name server.
    static boolean isHere(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    /// For people: `gpu-box:7411`.
    public String name() {
        return base.getAuthority();
    }

    URI at(String path) {
        return base.resolve(path);
    }

    /// As it is typed.
    @Override
    public String toString() {
        return base + fingerprint.map(digits -> "#" + digits).orElse("");
    }
}
