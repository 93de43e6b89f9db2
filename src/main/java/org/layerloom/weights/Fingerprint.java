package org.layerloom.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Tells one checkpoint from another without reading all of it: a hash over every tensor's name, type, shape and
/// first and last bytes. Training, merging and converting change those of nearly every tensor.
///
/// @param bytes SHA-256
record Fingerprint(byte[] bytes) {
    private static final int SAMPLE_BYTES = 1024;

    static Fingerprint of(TensorFiles files) throws WeightsException {
        Map<Path, FileChannel> open = new HashMap<>();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : files.names()) {
                TensorEntry entry = files.entry(name);
                String described =
                        name + entry.dtype() + Arrays.toString(entry.shape()) + Arrays.toString(entry.strides());
                digest.update(described.getBytes(StandardCharsets.UTF_8));
                if (!open.containsKey(entry.file())) {
                    open.put(entry.file(), FileChannel.open(entry.file(), StandardOpenOption.READ));
                }
                FileChannel channel = open.get(entry.file());
                sample(channel, entry.start(), entry.end(), digest);
                sample(channel, Math.max(entry.start(), entry.end() - SAMPLE_BYTES), entry.end(), digest);
            }
            return new Fingerprint(digest.digest());
        } catch (IOException e) {
            throw new WeightsException("the weights " + files.source() + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            open.values().forEach(Fingerprint::close);
        }
    }

    private static void sample(FileChannel channel, long start, long end, MessageDigest digest) throws IOException {
        digest.update(StoredZip.bytes(channel, start, (int) Math.min(SAMPLE_BYTES, end - start)));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it was only read from
        }
    }

    String text() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint print && Arrays.equals(bytes, print.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
