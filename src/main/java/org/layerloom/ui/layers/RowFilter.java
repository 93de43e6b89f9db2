package org.layerloom.ui.layers;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Layer;

/// Which layers the list shows.
///
/// @param text a part of the name, in whatever case; blank = any name
/// @param kind empty = any
/// @param tag index of a tag colour; empty = any
record RowFilter(String text, Optional<LayerKind> kind, OptionalInt tag) {
    /// Shows all.
    static final RowFilter NONE = new RowFilter("", Optional.empty(), OptionalInt.empty());

    boolean isActive() {
        return !text.isBlank() || kind.isPresent() || tag.isPresent();
    }

    boolean accepts(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT))
                && (kind.isEmpty() || kind.get() == LayerKind.of(layer))
                && (tag.isEmpty() || tag.getAsInt() == layer.props().tag());
    }

    RowFilter withText(String text) {
        return new RowFilter(text, kind, tag);
    }

    RowFilter withKind(Optional<LayerKind> kind) {
        return new RowFilter(text, kind, tag);
    }

    RowFilter withTag(OptionalInt tag) {
        return new RowFilter(text, kind, tag);
    }
}
