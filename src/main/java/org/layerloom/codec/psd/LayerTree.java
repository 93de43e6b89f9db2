package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.words.Words;

/// Makes the layer tree from records that come bottom first.
final class LayerTree {
    private static final Words WORDS = Words.of(LayerTree.class);

    /// Photoshop nests to 10 levels.
    private static final int MAX_DEPTH = 100;

    /// The lists that are being filled: the innermost open group's first.
    private final Deque<List<Layer>> open = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();
    private int nextId = 1;

    private final Rect page;
    private final XmpOrigins origins;

    /// @param page which fills cover
    /// @param origins what is known of the layers' recipes
    LayerTree(Rect page, XmpOrigins origins) {
        this.page = page;
        this.origins = origins;
        open.push(new ArrayList<>());
    }

    void add(PackedLayer.Unpacked layer) throws IOException {
        ReadRecord record = layer.record();
        notes.addAll(record.notes());
        switch (record.section()) {
            case 1, 2 -> group(layer);
            case 3 -> {
                if (open.size() > MAX_DEPTH) {
                    throw new IOException(WORDS.text("groups.deep", MAX_DEPTH));
                }
                open.push(new ArrayList<>());
            }
            default -> open.element().add(leaf(layer));
        }
    }

    private Layer leaf(PackedLayer.Unpacked layer) {
        LayerProps props = props(layer);
        OptionalInt solid = layer.record().solid();
        if (solid.isPresent()) {
            return new FillLayer(
                    props.withPosition(page.x(), page.y()),
                    new Fill.Solid(solid.getAsInt()),
                    Raster.filled(page.width(), page.height(), solid.getAsInt()));
        }
        Optional<Text> text = layer.record().text();
        return text.isPresent()
                ? new TextLayer(props, text.get(), layer.raster())
                : new PixelLayer(props, layer.raster());
    }

    private void group(PackedLayer.Unpacked layer) {
        ReadRecord record = layer.record();
        List<Layer> children = List.of();
        if (open.size() > 1) {
            children = open.pop();
        } else {
            notes.add(WORDS.text("group.open", record.props().name()));
        }
        open.element().add(new GroupLayer(props(layer), children, record.section() == 1));
    }

    private LayerProps props(PackedLayer.Unpacked layer) {
        LayerProps read = layer.record().props();
        Foreign kept = KeptBlocks.of(layer.record().kept(), new Foreign.Pixels(layer.raster(), read.x(), read.y()));
        LayerProps props =
                read.withId(new LayerId(nextId++)).withMask(layer.mask()).withForeign(kept);
        Recipe recipe = origins.layers().get(layer.record().id());
        return recipe == null ? props : props.withRecipe(recipe);
    }

    boolean isEmpty() {
        return open.size() == 1 && open.element().isEmpty();
    }

    /// The finished tree; layers of groups that have no head are put where the group would be.
    List<Layer> layers() {
        while (open.size() > 1) {
            notes.add(WORDS.text("group.headless"));
            List<Layer> orphans = open.pop();
            open.element().addAll(orphans);
        }
        return open.element();
    }

    List<String> notes() {
        return notes;
    }
}
