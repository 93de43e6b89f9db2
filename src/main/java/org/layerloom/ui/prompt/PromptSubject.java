package org.layerloom.ui.prompt;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.words.Words;

/// The text that a prompt field edits: the whole picture's, or one box's own.
///
/// @param box the box whose own prompt it is; empty = the whole picture's
public record PromptSubject(Optional<LayerId> box) {
    public static final PromptSubject WHOLE = new PromptSubject(Optional.empty());

    public static PromptSubject of(LayerId box) {
        return new PromptSubject(Optional.of(box));
    }

    /// The text; empty where the box is gone.
    Optional<String> read(Document document) {
        Function<LayerId, Optional<String>> own = id -> document.region(id).map(Region::prompt);
        return box.map(own).orElse(Optional.of(document.prompt()));
    }

    UnaryOperator<Document> write(String text) {
        return box.<UnaryOperator<Document>>map(
                        id -> document -> document.withRegion(id, region -> region.withPrompt(text)))
                .orElse(document -> document.withPrompt(text));
    }

    /// What the history calls a change of it.
    String label() {
        return Words.of(PromptSubject.class).text(box.isPresent() ? "edit.box" : "edit.whole");
    }
}
