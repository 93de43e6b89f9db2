package org.layerloom.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.words.Words;

/// What every panel looks at: the document on screen, and the only way to change it. Lives on the JavaFX thread.
public final class Editor {
    private static final Words WORDS = Words.of(Editor.class);
    /// Distinct rasters that undo may keep alive.
    private static final long HISTORY_BYTES = 1L << 30;

    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<LayerId> selection = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<LayerId>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<LayerId> hovered = new SimpleObjectProperty<>();
    private final BooleanProperty maskEdited = new SimpleBooleanProperty();
    private final List<Runnable> fields = new ArrayList<>();
    private UnaryOperator<Document> trial = UnaryOperator.identity();
    private History history;

    public Editor(Document start) {
        selection.addListener((o, before, now) -> followPrimary(now));
        open(start);
    }

    /// Begins anew with another document; its history starts here, saved.
    public void open(Document start) {
        finishTyping();
        trial = UnaryOperator.identity();
        history = new History(WORDS.text("step.open"), start, HISTORY_BYTES);
        selection.set(null);
        hovered.set(null);
        publish();
    }

    /// The same with a document that no file holds.
    public void openUnsaved(Document start) {
        open(start);
        history.markUnsaved();
        revision.set(revision.get() + 1);
    }

    /// The document on screen: the history's, or the one shown while a drag goes on.
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public Document document() {
        return document.get();
    }

    /// Whether the document on screen is one that `preview` shows. Becomes false after the document has changed.
    public ReadOnlyBooleanProperty previewingProperty() {
        return previewing.getReadOnlyProperty();
    }

    /// Shows an edit of the last committed document without keeping it: a drag going on.
    public void preview(UnaryOperator<Document> edit) {
        previewing.set(true);
        document.set(trial.apply(edit.apply(history.document())));
    }

    /// Drops what `preview` showed.
    public void cancelPreview() {
        document.set(trial.apply(history.document()));
        previewing.set(false);
    }

    /// Lays an edit over every document that is shown from now on, which the history never sees: a version that is
    /// being tried. The identity takes it away.
    public void showTrial(UnaryOperator<Document> trial) {
        this.trial = trial;
        cancelPreview();
    }

    /// Makes an edit of the last committed document one step of the history.
    public void commit(String label, UnaryOperator<Document> edit) {
        finishTyping();
        history.commit(label, edit.apply(history.document()));
        publish();
    }

    public void undo() {
        finishTyping();
        history.undo();
        publish();
    }

    public void redo() {
        finishTyping();
        history.redo();
        publish();
    }

    public void goTo(int step) {
        finishTyping();
        history.goTo(step);
        publish();
    }

    /// A text field that holds back what is typed, to commit it as one step, says here how to commit it at once.
    public void onFinishTyping(Runnable commitTyped) {
        fields.add(commitTyped);
    }

    /// Brings into the document what text fields still hold back. Every step of the history begins so, and so must
    /// whatever reads the document for good: a save, a run of the generator.
    public void finishTyping() {
        fields.forEach(Runnable::run);
    }

    /// Says that the file holds `saved`, which was the current document when it was taken.
    public void markSaved(Document saved) {
        history.markClean(saved);
        revision.set(revision.get() + 1);
    }

    /// Read-only use: entries, position, canUndo. Panels listen to `revisionProperty` to know when to look again.
    public History history() {
        return history;
    }

    /// Grows with every change of the history: commit, undo, redo, save, open.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The primary selected layer and region (they share the id), or null: the one that was selected last. Setting
    /// it to one that is not among `selected` selects that one alone.
    public ObjectProperty<LayerId> selectionProperty() {
        return selection;
    }

    /// All that is selected, in the order in which it was, the primary last.
    public ReadOnlyObjectProperty<List<LayerId>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public List<LayerId> selected() {
        return selected.get();
    }

    /// Selects these and nothing else; the last becomes the primary.
    public void select(List<LayerId> ids) {
        List<LayerId> distinct = ids.stream().distinct().toList();
        selected.set(distinct);
        selection.set(distinct.isEmpty() ? null : distinct.getLast());
    }

    /// Adds one to the selection, as its primary, or takes it out.
    public void toggleSelected(LayerId id) {
        List<LayerId> next = new ArrayList<>(selected());
        if (!next.remove(id)) {
            next.add(id);
        }
        select(next);
    }

    /// Whether painting and filling change the mask of the primary selected layer and not its pixels. Never true
    /// where that layer has no mask.
    public BooleanProperty maskEditedProperty() {
        return maskEdited;
    }

    private void leaveMask() {
        if (selectedLayer().flatMap(layer -> layer.props().mask()).isEmpty()) {
            maskEdited.set(false);
        }
    }

    private void followPrimary(LayerId now) {
        maskEdited.set(false);
        if (now == null) {
            selected.set(List.of());
        } else if (!selected().contains(now)) {
            selected.set(List.of(now));
        }
    }

    /// The layer or region under the pointer, in the list or on the canvas, or null.
    public ObjectProperty<LayerId> hoveredProperty() {
        return hovered;
    }

    public Optional<Layer> selectedLayer() {
        return Optional.ofNullable(selection.get()).flatMap(id -> document().layer(id));
    }

    public Optional<Region> selectedRegion() {
        return Optional.ofNullable(selection.get()).flatMap(id -> document().region(id));
    }

    private void publish() {
        cancelPreview();
        Set<LayerId> known = new HashSet<>();
        document().allLayers().forEach(layer -> known.add(layer.id()));
        document().regions().forEach(region -> known.add(region.layer()));
        List<LayerId> there = selected().stream().filter(known::contains).toList();
        if (there.size() < selected().size()) {
            select(there);
        }
        leaveMask();
        revision.set(revision.get() + 1);
    }
}
