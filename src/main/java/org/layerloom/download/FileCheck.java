package org.layerloom.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerloom.files.Sha256;

/// Reads a model's files from end to end and holds their hashes against what is known of them: what was published,
/// what the hub's cache calls them, or what was recorded earlier.
public final class FileCheck {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int DEPTH = 3;

    private final KnownModels known;
    private final HashBook book;
    private final Stop stop = new Stop();

    /// What was found.
    ///
    /// @param files     how many were read
    /// @param published how many of them are as they were published; of the others only what was recorded is known
    /// @param changed   those that are other files than were published or recorded
    public record Result(int files, int published, List<Path> changed) {}

    public FileCheck(KnownModels known, HashBook book) {
        this.known = known;
        this.book = book;
    }

    /// Ends it within moments; from any thread.
    public void stop() {
        stop.request();
    }

    /// Checks all files of a model. Those of which nothing was known are recorded; a hash that was recorded and is
    /// another one now stays recorded.
    ///
    /// @param model a folder or a file
    /// @param done  is told 0..1, in this thread
    /// @throws CancellationException when it was stopped
    public Result check(Path model, DoubleConsumer done) throws IOException {
        List<Path> files = files(model);
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        int published = 0;
        long before = 0;
        List<Path> changed = new ArrayList<>();
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (Path file : files) {
            long start = before;
            double all = Math.max(1, total);
            String sha256 = Sha256.of(file, read -> {
                stop.check();
                done.accept((start + read) / all);
            });
            before += Files.size(file);
            Optional<String> stated = published(file);
            boolean same = stated.or(() -> book.find(file).map(HashBook.Entry::sha256))
                    .map(sha256::startsWith)
                    .orElse(true);
            published += stated.isPresent() && same ? 1 : 0;
            if (same) {
                hashes.put(file, sha256);
            } else {
                changed.add(file);
            }
        }
        book.record(hashes, Instant.now());
        return new Result(files.size(), published, changed);
    }

    /// Takes the files as they are now for right.
    public void forget(List<Path> files) throws IOException {
        book.forget(files);
    }

    /// The files of a model: a folder's, or the one that it is.
    public static List<Path> files(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// The hash, or its first digits, that a file should have: the hub's cache names files by it.
    private Optional<String> published(Path file) throws IOException {
        String blob = file.toRealPath().getFileName().toString();
        if (HASH.matcher(blob).matches()) {
            return Optional.of(blob);
        }
        return known.models().stream()
                .flatMap(model -> model.files().stream()
                        .filter(listed -> !listed.sha256().isEmpty())
                        .filter(listed -> file.endsWith(Path.of(model.folder()).resolve(listed.path()))
                                || file.endsWith(listed.path()) && listed.path().equals(listed.name())))
                .map(RemoteFile::sha256)
                .findFirst();
    }
}
