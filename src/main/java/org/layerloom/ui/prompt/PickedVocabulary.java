package org.layerloom.ui.prompt;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.UnknownNoun;
import org.layerloom.generate.Vocabulary;

/// What the chosen model was taught; read in the background, so empty in the first moment.
final class PickedVocabulary {
    /// @param words empty where the model does not tell them
    /// @param problem why they cannot be read, a sentence
    record Taught(Optional<Vocabulary> words, Optional<String> problem) {
        static final Taught NOTHING = new Taught(Optional.empty(), Optional.empty());

        List<UnknownNoun> unknown(String prompt) {
            return words.map(known -> known.unknown(prompt)).orElse(List.of());
        }

        private static Taught of(ModelEntry model) {
            try {
                return new Taught(model.vocabulary(), Optional.empty());
            } catch (ModelException e) {
                return new Taught(Optional.empty(), Optional.of(e.getMessage()));
            }
        }
    }

    private final ReadOnlyObjectWrapper<Taught> taught = new ReadOnlyObjectWrapper<>(Taught.NOTHING);
    private final ObservableValue<ModelEntry> model;

    PickedVocabulary(ObservableValue<ModelEntry> model) {
        this.model = model;
        model.subscribe(this::read);
    }

    ReadOnlyObjectProperty<Taught> taughtProperty() {
        return taught.getReadOnlyProperty();
    }

    private void read(ModelEntry now) {
        taught.set(Taught.NOTHING);
        if (now != null) {
            Thread.ofVirtual().name("read vocabulary").start(() -> {
                Taught found = Taught.of(now);
                Platform.runLater(() -> {
                    if (model.getValue() == now) {
                        taught.set(found);
                    }
                });
            });
        }
    }
}
