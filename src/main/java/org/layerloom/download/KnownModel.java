package org.layerloom.download;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.layerloom.files.PartFile;
import org.layerloom.words.Words;

/// A published checkpoint that the program can use: what it is, under which licence, and where it is to be had.
///
/// @param id      its name on the command line: `sdxl-base`
/// @param title   its name for people, the same in all languages
/// @param page    the page of its authors
/// @param folder  the folder that its files go to, below one that models lie in
/// @param memory  bytes that its weights take in memory as they are stored; 0 = not known
/// @param needs   ids of the models that it goes with
/// @param files   what belongs to it; none = it is not published any more, or not for programs
public record KnownModel(
        String id,
        String title,
        URI page,
        Licence licence,
        String folder,
        long memory,
        List<String> needs,
        List<RemoteFile> files) {
    private static final Words WORDS = Words.of(KnownModel.class);

    public KnownModel {
        needs = List.copyOf(needs);
        files = List.copyOf(files);
    }

    /// What it is for, in a sentence.
    public String about() {
        return WORDS.text("about." + id);
    }

    /// What its licence means, in a sentence.
    public String terms() {
        String terms = WORDS.text("terms." + licence.terms(), licence.name());
        return licence.gated() ? terms + " " + WORDS.text("gated", page.getHost()) : terms;
    }

    /// The size of all its files, about.
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    public boolean isOffered() {
        return !files.isEmpty();
    }

    /// Where a file goes.
    ///
    /// @param root a folder that models lie in
    public Path place(Path root, RemoteFile file) {
        return root.resolve(folder).resolve(file.path());
    }

    /// Whether all its files are there.
    public boolean isIn(Path root) {
        return isOffered() && files.stream().allMatch(file -> Files.isRegularFile(place(root, file)));
    }

    /// Whether some of it is there, but not all: fetching it can be gone on with.
    public boolean isBegunIn(Path root) {
        boolean some = files.stream()
                .map(file -> place(root, file))
                .anyMatch(place -> Files.isRegularFile(place) || Files.isRegularFile(new PartFile(place).part()));
        return some && !isIn(root);
    }
}
