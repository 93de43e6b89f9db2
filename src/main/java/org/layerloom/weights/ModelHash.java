package org.layerloom.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Names a model so that another version of it has another name: the folder's name and eight digits of a hash.
///
/// The hash is over the file hashes that model_index.json lists; a folder without such a list is hashed over the
/// names and sizes of its weight files and the text of its configs, as reading tens of gigabytes would take
/// minutes.
public final class ModelHash {
    private static final int DIGITS = 8;

    private ModelHash() {}

    /// Of a folder with an index, which may list hashes of its files.
    ///
    /// @param name    the model's
    /// @param sources as in [#id(String, List)], where it lists none
    public static String id(String name, Config index, List<Path> sources) throws WeightsException {
        Config listed = index.object("sha256");
        if (!listed.node().isObject()) {
            return id(name, sources);
        }
        TreeMap<String, String> parts = new TreeMap<>();
        listed.node()
                .properties()
                .forEach(e -> parts.put(e.getKey(), e.getValue().asText()));
        return named(name, parts);
    }

    /// Of folders and files by what lies there.
    public static String id(String name, List<Path> sources) throws WeightsException {
        TreeMap<String, String> parts = new TreeMap<>();
        for (Path source : sources) {
            try {
                collect(source, source.equals(sources.getFirst()) ? "" : source.getFileName() + "/", parts);
            } catch (IOException e) {
                throw new WeightsException(source + " cannot be read: " + e.getMessage(), e);
            }
        }
        return named(name, parts);
    }

    private static String named(String name, TreeMap<String, String> parts) {
        return name + "@" + hash(parts).substring(0, DIGITS);
    }

    private static void collect(Path folder, String start, TreeMap<String, String> parts) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = start + folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".safetensors") || TensorFormat.isTorchName(file)) {
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
