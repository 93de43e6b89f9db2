package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// A user who opens nothing, writes where told and may write over any file.
///
/// @param place the file or folder for the name that is suggested
/// @param unsaved the answer to changes that no file holds
public record YesToFiles(Function<String, Path> place, FileQuestions.Unsaved unsaved) implements FileQuestions {
    @Override
    public Optional<Path> toOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(FileKind kind, String suggestion) {
        return Optional.of(place.apply(suggestion));
    }

    @Override
    public Optional<Path> toSaveSet(String suggestion) {
        return Optional.of(place.apply(suggestion));
    }

    @Override
    public boolean mayReplace(Path file) {
        return true;
    }

    @Override
    public boolean mayReplaceChanged(Path file) {
        return true;
    }

    @Override
    public boolean mayOpenCopy(Path file) {
        return true;
    }

    @Override
    public Unsaved unsaved(String title, int changes) {
        return unsaved;
    }
}
