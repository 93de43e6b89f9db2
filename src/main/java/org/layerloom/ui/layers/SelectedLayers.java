package org.layerloom.ui.layers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.edit.LayerEdits;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// All selected layers as one thing that has properties and is edited in one step.
final class SelectedLayers {
    private static final Words WORDS = Words.of(SelectedLayers.class);

    private final Editor editor;
    private Document seen;
    private List<LayerId> seenSelected;
    private List<Layer> all = List.of();

    SelectedLayers(Editor editor) {
        this.editor = editor;
    }

    /// Calls back with every change of the document or of what is selected.
    void onChange(Runnable work) {
        editor.documentProperty().addListener(o -> work.run());
        editor.selectedProperty().addListener(o -> work.run());
        editor.selectionProperty().addListener(o -> work.run());
    }

    List<LayerId> ids() {
        return all().stream().map(Layer::id).toList();
    }

    /// In the order in which they were selected. Looked up once for a document and a selection.
    List<Layer> all() {
        Document document = editor.document();
        List<LayerId> selected = editor.selected();
        if (document != seen || selected != seenSelected) {
            seen = document;
            seenSelected = selected;
            Map<LayerId, Layer> layers = new HashMap<>();
            document.allLayers().forEach(layer -> layers.put(layer.id(), layer));
            all = selected.stream().filter(layers::containsKey).map(layers::get).toList();
        }
        return all;
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /// What one property is in all of them; empty where they differ or nothing is selected.
    <T> Optional<T> common(Function<LayerProps, T> property) {
        List<T> values =
                all().stream().map(Layer::props).map(property).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// What one property is in the layer that was selected last.
    <T> Optional<T> primary(Function<LayerProps, T> property) {
        return editor.selectedLayer().map(Layer::props).map(property);
    }

    /// `Fox`, or `3 layers`.
    String name() {
        return name(all());
    }

    static String name(List<Layer> layers) {
        return layers.size() == 1 ? layers.getFirst().name() : WORDS.text("layers.many", layers.size());
    }

    void preview(UnaryOperator<LayerProps> edit) {
        editor.preview(LayerEdits.props(ids(), edit));
    }

    void commit(String label, UnaryOperator<LayerProps> edit) {
        editor.commit(label, LayerEdits.props(ids(), edit));
    }
}
