package org.layerloom.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Region;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.UnknownNoun;

/// Tells which nouns of a design's prompts a model was not taught.
final class VocabularyNote {
    private VocabularyNote() {}

    /// One sentence; empty where there is nothing to tell.
    static Optional<String> of(ModelEntry model, Document design) {
        try {
            return model.vocabulary().flatMap(words -> {
                String unknown = prompts(design)
                        .flatMap(prompt -> words.unknown(prompt).stream())
                        .map(VocabularyNote::named)
                        .distinct()
                        .collect(Collectors.joining(", "));
                return Optional.of(model.id() + " does not know: " + unknown).filter(note -> !unknown.isEmpty());
            });
        } catch (ModelException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Stream<String> prompts(Document design) {
        return Stream.concat(
                Stream.of(design.prompt()), design.regions().stream().map(Region::prompt));
    }

    private static String named(UnknownNoun noun) {
        List<String> near = noun.near();
        return near.isEmpty() ? noun.text() : noun.text() + " (near: " + String.join(", ", near) + ")";
    }
}
