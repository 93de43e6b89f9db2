package org.layerloom.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerloom.files.PartFile;
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
    /// @param published how many files are as they were published
    /// @param same      how many more are as they were recorded
    /// @param recorded  how many nothing was known of: what they are now is recorded
    /// @param unlike    those that are other files than were published
    /// @param changed   those that are other files than were recorded
    public record Result(int published, int same, int recorded, List<Path> unlike, List<Path> changed) {
        /// How many were read.
        public int files() {
            return published + same + recorded + unlike.size() + changed.size();
        }
    }

    /// How a file's hash fits to what is known of it.
    private enum Finding {
        PUBLISHED,
        SAME,
        RECORDED,
        UNLIKE,
        CHANGED
    }

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
        long before = 0;
        Map<Finding, List<Path>> found = new EnumMap<>(Finding.class);
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (Path file : files) {
            long start = before;
            double all = Math.max(1, total);
            String sha256 = Sha256.of(file, read -> {
                stop.check();
                done.accept((start + read) / all);
            });
            before += Files.size(file);
            Finding finding = finding(file, sha256);
            found.computeIfAbsent(finding, none -> new ArrayList<>()).add(file);
            if (finding != Finding.UNLIKE && finding != Finding.CHANGED) {
                hashes.put(file, sha256);
            }
        }
        book.record(hashes, Instant.now());
        return result(found);
    }

    private Finding finding(Path file, String sha256) throws IOException {
        Optional<String> stated = published(file);
        if (stated.isPresent()) {
            return sha256.startsWith(stated.get()) ? Finding.PUBLISHED : Finding.UNLIKE;
        }
        return book.find(file)
                .map(entry -> entry.sha256().equals(sha256) ? Finding.SAME : Finding.CHANGED)
                .orElse(Finding.RECORDED);
    }

    private static Result result(Map<Finding, List<Path>> found) {
        return new Result(
                found.getOrDefault(Finding.PUBLISHED, List.of()).size(),
                found.getOrDefault(Finding.SAME, List.of()).size(),
                found.getOrDefault(Finding.RECORDED, List.of()).size(),
                found.getOrDefault(Finding.UNLIKE, List.of()),
                found.getOrDefault(Finding.CHANGED, List.of()));
    }

    /// Takes the files as they are now for right: the next check records them.
    public void forget(List<Path> files) throws IOException {
        book.forget(files);
    }

    /// The files of a model: a folder's, or the one that it is. What is left of broken downloads is none of it.
    public static List<Path> files(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !PartFile.isBeside(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
