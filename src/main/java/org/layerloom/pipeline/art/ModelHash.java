package org.layerloom.pipeline.art;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.layerloom.weights.Config;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.WeightsException;

/// Names a model so that another version of it has another name: the folder's name and eight digits of a hash.
///
/// The hash is over the file hashes that model_index.json lists; a folder without such a list is hashed over the
/// names and sizes of its weight files and the text of its configs, as reading tens of gigabytes would take
/// minutes.
final class ModelHash {
    private static final int DIGITS = 8;

    private ModelHash() {}

    static String id(ModelFolder folder, Config index) throws WeightsException {
        Path path = folder.path().toAbsolutePath().normalize();
        try {
            TreeMap<String, String> parts = new TreeMap<>();
            Config listed = index.object("sha256");
            if (listed.node().isObject()) {
                listed.node()
                        .properties()
                        .forEach(e -> parts.put(e.getKey(), e.getValue().asText()));
            } else {
                collect(path, parts);
            }
            return path.getFileName() + "@" + hash(parts).substring(0, DIGITS);
        } catch (IOException e) {
            throw new WeightsException("the folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void collect(Path folder, TreeMap<String, String> parts) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".safetensors")) {
                    parts.put(name, Long.toString(Files.size(file)));
                } else if (name.endsWith("config.json")) {
                    parts.put(name, Files.readString(file));
                }
            }
        }
    }

    private static String hash(TreeMap<String, String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(
                    (name, value) -> digest.update((name + '\n' + value + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
