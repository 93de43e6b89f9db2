package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.edit.Tree;
import org.layerloom.words.Words;

/// One line of the layer list. Rows are equal where they show the same layer, the same object, in the same place.
///
/// @param depth how many groups it is in; 0 in a list that is filtered
/// @param group the group that holds it; empty at the top level
/// @param generated whether it was made from a box, so that it can be rolled again
/// @param found whether it stands there because a filter found it, out of its place in the tree
record LayerRow(Layer layer, int depth, Optional<GroupLayer> group, boolean generated, boolean found) {
    private static final Words WORDS = Words.of(LayerRow.class);

    /// The rows of a document, topmost first; what a folded group holds is left out. A filter leaves what it finds,
    /// also in folded groups, without their order in groups.
    static List<LayerRow> of(Document document, RowFilter filter) {
        List<LayerRow> rows = new ArrayList<>();
        collect(document, document.layers(), 0, Optional.empty(), filter, rows);
        return rows;
    }

    private static void collect(
            Document document,
            List<Layer> layers,
            int depth,
            Optional<GroupLayer> group,
            RowFilter filter,
            List<LayerRow> rows) {
        boolean found = filter.isActive();
        for (Layer layer : layers.reversed()) {
            if (filter.accepts(layer)) {
                boolean generated = document.region(layer.id()).isPresent();
                rows.add(new LayerRow(layer, found ? 0 : depth, group, generated, found));
            }
            if (layer instanceof GroupLayer inner && (found || inner.open())) {
                collect(document, inner.children(), depth + 1, Optional.of(inner), filter, rows);
            }
        }
    }

    LayerId id() {
        return layer.id();
    }

    LayerProps props() {
        return layer.props();
    }

    /// Whether the row is drawn as clipped to the layer below it.
    boolean clipped() {
        return props().blending().clip() && !found && !(layer instanceof GroupLayer);
    }

    /// What a screen reader says: `Layer Cake, visible, opacity 100 percent, Normal, 2 of 3 in group Party`.
    String spoken(Document document) {
        List<String> said = new ArrayList<>();
        said.add(WORDS.text(LayerKind.of(layer).spokenKey(), layer.name()));
        said.add(WORDS.text(props().visible() ? "spoken.visible" : "spoken.hidden"));
        said.add(WORDS.text("spoken.opacity", Opacity.percent(props().opacity())));
        said.add(BlendModes.label(props().blendMode()));
        if (props().blending().clip()) {
            said.add(WORDS.text("spoken.clipped"));
        }
        if (props().mask().isPresent()) {
            said.add(WORDS.text("spoken.masked"));
        }
        if (props().locks().any()) {
            said.add(WORDS.text("spoken.locked"));
        }
        List<Layer> siblings = Tree.siblings(document, id());
        int place = siblings.size() - siblings.stream().map(Layer::id).toList().indexOf(id());
        int count = siblings.size();
        said.add(group.map(holder -> WORDS.text("spoken.place.group", place, count, holder.name()))
                .orElseGet(() -> WORDS.text("spoken.place", place, count)));
        return String.join(", ", said);
    }

    /// `Screen 80 %`; empty where the layer is Normal (a group: passes through) at 100 %.
    String blending() {
        boolean plain = props().opacity() == 255 && BlendModes.isPlain(props().blendMode());
        return plain
                ? ""
                : WORDS.text("blending", BlendModes.label(props().blendMode()), Opacity.percent(props().opacity()));
    }

    /// What stands at the row's end: how it blends, else how many layers a group holds, else the group in which a
    /// filter found it.
    String note() {
        if (!blending().isEmpty()) {
            return blending();
        }
        if (layer instanceof GroupLayer inner) {
            int count = inner.children().size();
            return count == 1 ? WORDS.text("layers.one") : WORDS.text("layers.many", count);
        }
        return found
                ? group.map(holder -> WORDS.text("found.in", holder.name())).orElse("")
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerRow row
                && layer == row.layer
                && depth == row.depth
                && generated == row.generated
                && found == row.found
                && group.map(Layer::name).equals(row.group.map(Layer::name));
    }

    @Override
    public int hashCode() {
        return layer.id().hashCode();
    }
}
