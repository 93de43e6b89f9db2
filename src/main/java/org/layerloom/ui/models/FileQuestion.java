package org.layerloom.ui.models;

import java.io.IOException;
import java.util.function.Consumer;
import javafx.application.Platform;

/// What is found out with files, in the background: they may lie on a drive that takes its time.
interface FileQuestion {
    String answer() throws IOException;

    /// Asks, and gives the answer to `taker` on the JavaFX thread.
    ///
    /// @param otherwise given where the files cannot be read
    static void ask(FileQuestion question, Consumer<String> taker, String otherwise) {
        Thread.ofVirtual().start(() -> {
            String answer;
            try {
                answer = question.answer();
            } catch (IOException e) {
                answer = otherwise;
            }
            String found = answer;
            Platform.runLater(() -> taker.accept(found));
        });
    }
}
