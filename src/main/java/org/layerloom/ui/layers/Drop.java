package org.layerloom.ui.layers;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.LayerMoves.Side;
import org.layerloom.edit.Tree;

/// Where dragged rows would land.
///
/// @param row the row whose edge shows it
/// @param target what they come to lie beside or in
/// @param depth how many groups they will be in
record Drop(LayerRow row, LayerId target, Side side, int depth) {
    /// How far a row is indented by each group that it is in, px.
    static final double INDENT = 12;
    /// Where the pictures of rows in no group begin: beyond eye and tag bar, px.
    private static final double START = 47;
    /// How much of a group's row at its ends means beside it and not into it.
    private static final double EDGE = 0.3;

    /// Where the line that shows it begins, px from the list's left edge.
    double left() {
        return START + depth * INDENT;
    }

    /// @param rows the rows as they are shown
    /// @param index of the row under the pointer; beyond the rows = below all
    /// @param share how far down the row the pointer is, 0..1
    /// @param x how far right in the list it is, px: below the last row of a group it tells in which group to land
    /// @return empty where there are no rows
    static Optional<Drop> at(List<LayerRow> rows, int index, double share, double x) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (index >= rows.size()) {
            return Optional.of(below(rows, rows.size() - 1, 0));
        }
        LayerRow row = rows.get(index);
        Side side = side(row, share);
        return Optional.of(
                switch (side) {
                    case ABOVE -> new Drop(row, row.id(), side, row.depth());
                    case INTO -> new Drop(row, row.id(), side, row.depth() + 1);
                    case BELOW -> below(rows, index, x);
                });
    }

    private static Side side(LayerRow row, double share) {
        if (row.layer() instanceof GroupLayer group) {
            if (share < EDGE) {
                return Side.ABOVE;
            }
            return share < 1 - EDGE || group.open() ? Side.INTO : Side.BELOW;
        }
        return share < 0.5 ? Side.ABOVE : Side.BELOW;
    }

    /// Below a row; where groups end with it, below the one whose indent the pointer is at.
    private static Drop below(List<LayerRow> rows, int index, double x) {
        LayerRow row = rows.get(index);
        int least = index + 1 < rows.size() ? rows.get(index + 1).depth() : 0;
        int depth = row.depth();
        LayerId target = row.id();
        Optional<GroupLayer> group = row.group();
        while (depth > least && x < START + depth * INDENT && group.isPresent()) {
            target = group.get().id();
            depth--;
            LayerId holder = target;
            group = rows.stream().filter(r -> r.id().equals(holder)).findFirst().flatMap(LayerRow::group);
        }
        return new Drop(row, target, Side.BELOW, depth);
    }

    /// The document after the layers were dropped here.
    Document moved(Document document, List<LayerId> layers) {
        return LayerMoves.drop(document, layers, target, side);
    }

    /// The document after copies of the layers were dropped here; their ids follow from `Document.newId()`.
    ///
    /// @param name a copy's name by that of the original
    Document copied(Document document, List<LayerId> layers, UnaryOperator<String> name) {
        Document copied = LayerEdits.duplicate(document, layers, name);
        return LayerMoves.drop(copied, added(document, copied), target, side);
    }

    /// The layers of `after` that `before` does not have, without those in others of them; bottom first.
    static List<LayerId> added(Document before, Document after) {
        List<LayerId> fresh = after.allLayers()
                .map(Layer::id)
                .filter(id -> before.layer(id).isEmpty())
                .toList();
        return Tree.tops(after, fresh).stream().map(Layer::id).toList();
    }
}
