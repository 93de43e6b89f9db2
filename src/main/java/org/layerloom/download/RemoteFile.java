package org.layerloom.download;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file that can be fetched.
///
/// @param path    where it goes below its model's folder, parts divided by `/`
/// @param address where it is
/// @param bytes   about how large it is; 0 = not known, and small
/// @param sha256  its SHA-256 in hex digits, or the first ones where only those are known; blank = not known
public record RemoteFile(String path, URI address, long bytes, String sha256) {
    private static final Pattern DIGITS = Pattern.compile("([0-9a-f]{8,64})?");
    private static final Pattern PATH = Pattern.compile("[^/\\\\:]+(/[^/\\\\:]+)*");

    public RemoteFile {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!PATH.matcher(path).matches() || ("/" + path + "/").matches(".*/\\.\\.?/.*")) {
            throw new IllegalArgumentException("the path " + path + " leads out of its folder");
        }
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("the hash " + sha256 + " of " + path + " is no SHA-256");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("the size " + bytes + " of " + path + " is below 0");
        }
    }

    /// Its name without folders.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
