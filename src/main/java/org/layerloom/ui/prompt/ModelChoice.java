package org.layerloom.ui.prompt;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;

/// The models at hand and the one that is chosen. They are looked for in the background: there are none in the
/// first moment.
final class ModelChoice {
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private final ObjectProperty<ModelEntry> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(true);

    ModelChoice(ModelCatalog catalog) {
        search(catalog);
    }

    /// Looks for models in the background; those found take the place of the ones known.
    void search(ModelCatalog catalog) {
        searching.set(true);
        Thread.ofPlatform().name("find models").daemon().start(() -> {
            List<ModelEntry> found = catalog.models();
            Platform.runLater(() -> {
                models.setAll(found);
                if (!found.contains(chosen.get())) {
                    chosen.set(found.isEmpty() ? null : found.getFirst());
                }
                searching.set(false);
            });
        });
    }

    ObservableList<ModelEntry> models() {
        return models;
    }

    /// Null while none is known.
    ObjectProperty<ModelEntry> chosenProperty() {
        return chosen;
    }

    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }
}
