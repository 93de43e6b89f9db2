package org.layerloom.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.layerloom.files.PartFile;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// What is to be fetched where to, so that it can be said before anything is asked for.
///
/// @param root a folder that models lie in
public record DownloadPlan(KnownModel model, Path root) {
    private static final Words WORDS = Words.of(DownloadPlan.class);

    /// The files that are not there yet.
    public List<RemoteFile> missing() {
        return model.files().stream()
                .filter(file -> !Files.isRegularFile(place(file)))
                .toList();
    }

    public Path place(RemoteFile file) {
        return model.place(root, file);
    }

    public Path folder() {
        return root.resolve(model.folder());
    }

    /// Bytes that are there, of files and of parts of files.
    public long there() {
        return model.files().stream()
                .map(this::place)
                .mapToLong(DownloadPlan::there)
                .sum();
    }

    private static long there(Path place) {
        try {
            return Files.isRegularFile(place) ? Files.size(place) : new PartFile(place).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes that are still to come, about.
    public long left() {
        return missing().stream()
                .mapToLong(file -> Math.max(0, file.bytes() - there(place(file))))
                .sum();
    }

    /// What a person must know before agreeing, a sentence a line: what is fetched from where, how large it is, under
    /// which licence, where to, and whether its hash is known.
    public List<String> statement() {
        List<RemoteFile> missing = missing();
        List<String> lines = new ArrayList<>();
        String hosts = missing.stream()
                .map(file -> file.address().getHost())
                .distinct()
                .collect(Collectors.joining(", "));
        lines.add(WORDS.text("state.fetch", missing.size(), ByteText.of(left()), hosts));
        if (there() > 0) {
            lines.add(WORDS.text("state.there", ByteText.of(there())));
        }
        lines.add(model.terms());
        lines.add(WORDS.text("state.folder", folder()));
        boolean hashed = missing.stream().noneMatch(file -> file.sha256().isEmpty());
        lines.add(WORDS.text(hashed ? "state.hash" : "state.hash.unknown"));
        return lines;
    }

    /// Removes what came of files that are not whole; whole ones stay.
    public void discardParts() throws IOException {
        for (RemoteFile file : missing()) {
            new PartFile(place(file)).discard();
        }
    }
}
