package org.layerloom.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The layout in which the hub's own program keeps what it fetched: `models--OWNER--NAME/snapshots/COMMIT/...`, whose
/// files are links into `blobs`.
///
/// Source: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
public final class HubCache {
    private static final String PREFIX = "models--";
    private static final String SNAPSHOTS = "snapshots";
    private static final int MAX_REFERENCE_BYTES = 200;

    private HubCache() {}

    /// The folders and files of a folder in the order of their names; in the place of a repository of the cache
    /// stands its snapshot.
    public static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().map(HubCache::resolve).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The snapshot where the folder is a repository of the cache: the one that `refs/main` names, else the newest.
    /// Anything else is itself.
    public static Path resolve(Path folder) {
        return folder.getFileName() != null && folder.getFileName().toString().startsWith(PREFIX)
                ? snapshot(folder).orElse(folder)
                : folder;
    }

    private static Optional<Path> snapshot(Path repository) {
        Path snapshots = repository.resolve(SNAPSHOTS);
        Path reference = repository.resolve("refs").resolve("main");
        try (Stream<Path> list = Files.list(snapshots)) {
            List<Path> folders = list.filter(Files::isDirectory).toList();
            String main = Files.isRegularFile(reference) && Files.size(reference) <= MAX_REFERENCE_BYTES
                    ? Files.readString(reference).strip()
                    : "";
            Optional<Path> named = folders.stream()
                    .filter(folder -> folder.getFileName().toString().equals(main))
                    .findFirst();
            return named.or(() -> folders.stream().max(Comparator.comparing(HubCache::time)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /// The name of a model: of a snapshot its repository's, else the folder's, or the file's without its ending.
    public static String name(Path model) {
        Path path = model.toAbsolutePath().normalize();
        Path above = path.getParent();
        if (above != null && above.endsWith(SNAPSHOTS) && above.getParent().getFileName() != null) {
            String repository = above.getParent().getFileName().toString();
            if (repository.startsWith(PREFIX)) {
                return repository.substring(repository.lastIndexOf("--") + 2);
            }
        }
        String name = path.getFileName().toString();
        return Files.isDirectory(path) ? name : name.replaceFirst("\\.(safetensors|ckpt)$", "");
    }

    /// The caches on this machine, where there are any.
    static List<Path> find(Map<String, String> environment, Path home) {
        List<Path> places = new ArrayList<>();
        add(places, environment.get("HF_HUB_CACHE"), "");
        add(places, environment.get("HF_HOME"), "hub");
        add(places, environment.get("XDG_CACHE_HOME"), "huggingface/hub");
        places.add(home.resolve(".cache/huggingface/hub"));
        return places.stream().filter(Files::isDirectory).limit(1).toList();
    }

    private static void add(List<Path> places, String folder, String below) {
        if (folder != null && !folder.isBlank()) {
            places.add(Path.of(folder).resolve(below));
        }
    }
}
