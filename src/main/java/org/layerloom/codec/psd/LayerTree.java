package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
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

    private final XmpOrigins origins;

    /// @param origins what is known of the layers' recipes
    LayerTree(XmpOrigins origins) {
        this.origins = origins;
        open.push(new ArrayList<>());
    }

    /// @param mask with its pixels
    void add(ReadRecord record, Raster raster, Optional<Mask> mask) throws IOException {
        notes.addAll(record.notes());
        switch (record.section()) {
            case 1, 2 -> group(record, mask);
            case 3 -> {
                if (open.size() > MAX_DEPTH) {
                    throw new IOException(WORDS.text("groups.deep", MAX_DEPTH));
                }
                open.push(new ArrayList<>());
            }
            default -> open.element().add(new PixelLayer(props(record, mask), raster));
        }
    }

    private void group(ReadRecord record, Optional<Mask> mask) {
        List<Layer> children = List.of();
        if (open.size() > 1) {
            children = open.pop();
        } else {
            notes.add(WORDS.text("group.open", record.props().name()));
        }
        open.element().add(new GroupLayer(props(record, mask), children, record.section() == 1));
    }

    private LayerProps props(ReadRecord record, Optional<Mask> mask) {
        LayerProps props = record.props().withId(new LayerId(nextId++)).withMask(mask);
        Recipe recipe = origins.layers().get(record.id());
        return recipe == null ? props : props.withRecipe(recipe);
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
