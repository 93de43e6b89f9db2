package org.layerloom.download;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.layerloom.words.Words;

/// Which addresses may be asked: encrypted ones, and this computer's own.
final class Addresses {
    private static final Words WORDS = Words.of(Addresses.class);
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /// @throws DownloadException where it may not be asked
    static void check(URI address) throws DownloadException {
        if (address.getHost() == null || address.getRawUserInfo() != null || !isSafe(address)) {
            throw new DownloadException(WORDS.text("address.unsafe", shown(address)));
        }
    }

    private static boolean isSafe(URI address) {
        return isEncrypted(address) || "http".equalsIgnoreCase(address.getScheme()) && isOwn(address);
    }

    private static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isOwn(URI address) {
        return OWN.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /// Where a redirect leads. One that was encrypted stays so, and nobody elsewhere leads to this computer.
    ///
    /// @param location as the server gave it
    static URI next(URI from, String location) throws DownloadException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(WORDS.text("redirect.broken", from.getHost()), e);
        }
        boolean lost = isEncrypted(from) && !isEncrypted(to);
        boolean inward = to.getHost() != null && isOwn(to) && !isOwn(from);
        if (to.getHost() == null || to.getRawUserInfo() != null || !isSafe(to) || lost || inward) {
            throw new DownloadException(WORDS.text("redirect.unsafe", from.getHost(), shown(to)));
        }
        return to;
    }

    /// Without what may be secret: signatures stand in queries, passwords before the host.
    static String shown(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + host + port + (address.getRawPath() == null ? "" : address.getRawPath());
    }
}
