package org.layerloom.ui.models;

import java.io.IOException;
import javafx.application.Platform;
import org.layerloom.words.Words;

/// What went wrong with files, as sentences.
final class Problems {
    private static final Words WORDS = Words.of(Problems.class);

    private Problems() {}

    /// Work with files.
    interface Work {
        void run() throws IOException;
    }

    /// A sentence with a capital letter and a full stop.
    static String sentence(Exception problem) {
        String message = problem.getMessage();
        if (message == null || message.isBlank()) {
            return WORDS.text("problem.unknown");
        }
        String capital = message.substring(0, 1).toUpperCase() + message.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /// Does work whose failure shows in what is looked at after it, and then has it looked at.
    static void ignoring(Work work, Runnable after) {
        try {
            work.run();
        } catch (IOException e) {
            Platform.runLater(after);
            return;
        }
        Platform.runLater(after);
    }
}
