package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.layerloom.document.Document;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Who hears of what is done with files, and who is asked. Lives on the JavaFX thread.
final class Told {
    FileQuestions questions;
    Consumer<Notice> notices = notice -> {};
    BiConsumer<Path, Document> used = (file, document) -> {};

    Told(FileQuestions questions) {
        this.questions = questions;
    }

    /// @param key of a text that takes the file's name and the reason
    static Notice failure(String key, Path file, Throwable problem) {
        return Notice.error(Words.of(Told.class).text(key, file.getFileName(), FileProblems.sentence(problem)));
    }
}
