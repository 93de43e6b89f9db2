package org.layerloom.ui.prompt;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;

/// The models at hand, those of another machine last, and the one that is chosen. They are looked for in the
/// background: there are none in the first moment.
final class ModelChoice {
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private List<ModelEntry> local = List.of();
    private ObservableList<ModelEntry> remote = FXCollections.observableArrayList();
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
                local = found;
                searching.set(false);
                join();
            });
        });
    }

    /// Follows the models of another machine, which come and go with it.
    void borrow(ObservableList<ModelEntry> others) {
        remote = others;
        remote.addListener((InvalidationListener) change -> join());
        join();
    }

    /// Another machine may answer before the models of this one are found, which are chosen first.
    private void join() {
        ModelEntry before = chosen.get();
        models.setAll(Stream.concat(local.stream(), remote.stream()).toList());
        boolean early = before == null && searching.get() && local.isEmpty();
        chosen.set(early ? null : again(before, models));
    }

    /// The model that was chosen, which may be able to do more now; the first one where it is gone.
    private static ModelEntry again(ModelEntry before, List<ModelEntry> found) {
        return found.stream()
                .filter(model -> before != null && model.folder().equals(before.folder()))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
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
