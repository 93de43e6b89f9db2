package org.layerloom.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What only the user can decide about files. Answers come before the call returns; the window's events go on
/// meanwhile.
public interface FileQuestions {
    /// What becomes of changes that no file holds.
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// Which file to open; empty = none.
    Optional<Path> toOpen();

    /// Where to write; empty = nowhere.
    ///
    /// @param suggestion file name with its ending
    Optional<Path> toSave(FileKind kind, String suggestion);

    /// Where to write an export that is one file; empty = nowhere.
    ///
    /// @param format what the form is called
    /// @param ending of its files
    /// @param suggestion file name with its ending
    default Optional<Path> toExport(String format, String ending, String suggestion) {
        return toSaveSet(suggestion);
    }

    /// Which folder to write a set of files into, made where it does not exist; empty = none.
    Optional<Path> toSaveSet(String suggestion);

    /// Where to write a file of a kind, with the kind's ending; empty = nowhere.
    ///
    /// @param title what it is called where the user has no other idea
    default Optional<Path> target(FileKind kind, String title) {
        return toSave(kind, kind.named(Path.of(title)).toString()).flatMap(chosen -> {
            Path named = kind.named(chosen);
            // The chooser asked about the name that was typed, not about the one with the ending.
            boolean free = named.equals(chosen) || !Files.exists(named) || mayReplace(named);
            return free ? Optional.of(named) : Optional.empty();
        });
    }

    /// Whether a file that is there may be written over.
    boolean mayReplace(Path file);

    /// Whether the project's own file may be written over although somebody else wrote to it.
    boolean mayReplaceChanged(Path file);

    /// Whether a project that another window has open is to be opened as a copy.
    boolean mayOpenCopy(Path file);

    /// @param title the document's
    /// @param changes how many steps are not saved
    Unsaved unsaved(String title, int changes);
}
