package org.layerloom.ui.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.generate.KeptLayers;
import org.layerloom.ui.Caption;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// The versions of layers that runs have made, and the one that is being tried on the canvas. Nothing is written to
/// the history until `keep`, which is one step. Lives on the JavaFX thread.
public final class Versions {
    /// Rasters that are kept to be gone back to.
    private static final long SHELF_BYTES = 256L << 20;

    private static final Words WORDS = Words.of(Versions.class);

    private final Editor editor;
    private final Shelf shelf = new Shelf(SHELF_BYTES);
    private final ReadOnlyObjectWrapper<LayerId> layer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Version>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper tried = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private History history;
    /// Where the last step through the whole led; null before the first.
    private Stepped stepped;

    /// @param document as the step left it
    private record Stepped(Document document, long seed) {}

    public Versions(Editor editor) {
        this.editor = editor;
        history = editor.history();
        editor.revisionProperty().addListener(o -> follow());
    }

    /// The layer whose versions are laid out, or null.
    public ReadOnlyObjectProperty<LayerId> layerProperty() {
        return layer.getReadOnlyProperty();
    }

    /// The versions of that layer beside the one that the document holds, oldest first.
    public ReadOnlyObjectProperty<List<Version>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /// What is on the canvas: 0 = what the document holds, else the how many-th of `others`.
    public ReadOnlyIntegerProperty triedProperty() {
        return tried.getReadOnlyProperty();
    }

    /// Counts how often versions came or went: what depends on which there are asks anew.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// What is on the canvas, for the chip of the layer's box; null while nothing is tried.
    public ObservableValue<Caption> caption() {
        return Bindings.createObjectBinding(
                () -> tried.get() == 0
                        ? null
                        : new Caption(
                                layer.get(),
                                WORDS.text(
                                        "caption", tried.get() + 1, others.get().size() + 1)),
                tried,
                others,
                layer);
    }

    public boolean isOpen() {
        return layer.get() != null;
    }

    /// Whether there is anything but what the layer shows now.
    public boolean hasOthers(LayerId id) {
        return !others(id).isEmpty();
    }

    /// Puts a version with the others; a strip that is open shows it.
    public void add(Version version) {
        shelf.add(version);
        refresh();
        tellChange();
    }

    /// Puts a version with the others and shows it on the canvas, unless something else is being tried.
    public void offer(Version version) {
        add(version);
        if (!isOpen() || version.layer().equals(layer.get()) && tried.get() == 0) {
            open(version.layer());
            attempt(others.get().size());
        }
    }

    /// The highest seed that a version of the layer was made with, that of its present pixels among them.
    public Optional<Long> highestSeed(LayerId id) {
        Stream<Version> now = Version.now(id, editor.history().document()).stream();
        return Stream.concat(now, shelf.of(id).stream())
                .map(version -> version.recipe().seed())
                .max(Comparator.naturalOrder());
    }

    /// Lays out the versions of a layer; what was tried of another is taken back.
    public void open(LayerId id) {
        if (!id.equals(layer.get())) {
            show(0);
            layer.set(id);
            refresh();
        }
    }

    /// Shows a version on the canvas; 0 = what the document holds.
    public void attempt(int index) {
        if (isOpen()) {
            show(Math.clamp(index, 0, others.get().size()));
        }
    }

    /// The next version of the layer, from the last on to what the document holds; its strip opens.
    ///
    /// @param steps 1, or -1 for the one before
    public void step(LayerId id, int steps) {
        if (hasOthers(id)) {
            open(id);
            attempt(Math.floorMod(tried.get() + steps, others.get().size() + 1));
        }
    }

    /// The seeds that versions of the present layers were made with, those of what the layers hold among them, lowest
    /// first.
    List<Long> seeds() {
        Document document = editor.history().document();
        return document.allLayers()
                .flatMap(each -> Stream.concat(Version.now(each.id(), document).stream(), shelf.of(each.id()).stream()))
                .map(version -> version.recipe().seed())
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether the whole can be gone through.
    public boolean hasOtherWholes() {
        return seeds().size() > 1;
    }

    /// Puts the versions of the next seed into all layers that have one, as one step of the history; what they held
    /// stays among their versions.
    ///
    /// @param steps 1, or -1 for the seed before
    public void stepWhole(int steps) {
        List<Long> seeds = seeds();
        if (seeds.size() < 2) {
            return;
        }
        close();
        Document document = editor.history().document();
        List<Version> now = document.allLayers()
                .flatMap(each -> Version.now(each.id(), document).stream())
                .toList();
        int next = Math.floorMod(seeds.indexOf(seed(document, now)) + steps, seeds.size());
        now.forEach(shelf::add);
        List<Version> chosen = document.allLayers()
                .flatMap(each -> shelf.of(each.id()).stream()
                        .filter(version -> version.recipe().seed() == seeds.get(next))
                        .reduce((first, last) -> last)
                        .stream())
                .toList();
        String label = WORDS.text("whole.step", next + 1, seeds.size(), String.valueOf(seeds.get(next)));
        editor.commit(
                label,
                start ->
                        chosen.stream().reduce(start, (made, version) -> version.applyTo(made), (one, other) -> other));
        stepped = new Stepped(editor.history().document(), seeds.get(next));
        tellChange();
    }

    /// The seed that the whole is at: the one that was stepped to, else the one of most layers that can change.
    private long seed(Document document, List<Version> now) {
        if (stepped != null && stepped.document == document) {
            return stepped.seed;
        }
        Set<LayerId> kept = KeptLayers.of(document);
        Map<Long, Long> counts = now.stream()
                .filter(version -> !kept.contains(version.layer()))
                .collect(Collectors.groupingBy(version -> version.recipe().seed(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(seeds().getLast());
    }

    private void tellChange() {
        changes.set(changes.get() + 1);
    }

    /// Makes what is on the canvas the layer's own, as one step of the history, and closes the strip.
    public void keep() {
        LayerId id = layer.get();
        int index = tried.get();
        if (id == null || index == 0) {
            close();
            return;
        }
        Version version = others.get().get(index - 1);
        Version.now(id, editor.history().document()).ifPresent(shelf::add);
        close();
        String name = editor.document().layer(id).map(l -> l.name()).orElse(version.name());
        editor.commit(WORDS.text("keep.step", name, index + 1), version::applyTo);
    }

    /// Takes back what is tried and closes the strip.
    public void close() {
        show(0);
        layer.set(null);
        others.set(List.of());
    }

    private void follow() {
        if (editor.history() != history) {
            history = editor.history();
            shelf.clear();
            stepped = null;
            close();
            tellChange();
        } else if (isOpen()) {
            refresh();
        }
    }

    private void refresh() {
        LayerId id = layer.get();
        if (id == null) {
            return;
        }
        Document document = editor.history().document();
        if (document.layer(id).isEmpty()) {
            close();
            return;
        }
        Raster shown =
                tried.get() == 0 ? null : others.get().get(tried.get() - 1).raster();
        others.set(others(id));
        int index = 0;
        for (int i = 0; i < others.get().size(); i++) {
            index = others.get().get(i).raster() == shown ? i + 1 : index;
        }
        show(index);
    }

    private List<Version> others(LayerId id) {
        Optional<Raster> now = editor.history()
                .document()
                .layer(id)
                .filter(PixelLayer.class::isInstance)
                .map(layer -> ((PixelLayer) layer).raster());
        return shelf.of(id).stream()
                .filter(version -> now.isEmpty() || version.raster() != now.get())
                .toList();
    }

    private void show(int index) {
        if (index == tried.get()) {
            return;
        }
        tried.set(index);
        editor.showTrial(
                index == 0 ? UnaryOperator.identity() : new Trial(others.get().get(index - 1)));
    }
}
