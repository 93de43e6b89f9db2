package org.layerloom.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.layerloom.document.Document;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Who hears of what is done with files, and who is asked. Lives on the JavaFX thread.
final class Told {
    FileQuestions questions;
    Consumer<Notice> notices = notice -> {};
    Consumer<Report> reports = report -> {};
    BiConsumer<Path, Document> used = (file, document) -> {};

    Told(FileQuestions questions) {
        this.questions = questions;
    }

    /// The notice, with a button that opens the report.
    Notice report(Notice notice, String title, List<String> sentences) {
        String show = Words.of(Told.class).text("report.show");
        return notice.offering(show, () -> reports.accept(new Report(title, sentences)));
    }

    /// @param key of a text that takes the file's name and the reason
    static Notice failure(String key, Path file, Throwable problem) {
        return Notice.error(Words.of(Told.class).text(key, file.getFileName(), FileProblems.sentence(problem)));
    }
}
