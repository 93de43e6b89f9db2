package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.LayerId;

/// Which rows are selected, as clicks and keys change it.
///
/// @param selected the last one is the primary
/// @param anchor where a range begins; null = nowhere
record RowPick(List<LayerId> selected, LayerId anchor) {
    RowPick {
        selected = List.copyOf(selected);
    }

    /// A plain click.
    static RowPick only(LayerId id) {
        return new RowPick(List.of(id), id);
    }

    /// What was selected elsewhere; the range goes on from where it began as long as that is selected.
    RowPick following(List<LayerId> now) {
        if (now.equals(selected)) {
            return this;
        }
        boolean held = anchor != null && now.contains(anchor);
        return new RowPick(now, held ? anchor : now.isEmpty() ? null : now.getLast());
    }

    /// A Ctrl-click: takes one in or out.
    RowPick toggled(LayerId id) {
        List<LayerId> next = new ArrayList<>(selected);
        if (!next.remove(id)) {
            next.add(id);
        }
        return new RowPick(next, id);
    }

    /// A Shift-click: all rows from the anchor to this one.
    ///
    /// @param rows the rows as they are shown
    RowPick to(LayerId id, List<LayerId> rows) {
        int from = rows.indexOf(anchor);
        int end = rows.indexOf(id);
        if (from < 0) {
            return only(id);
        }
        List<LayerId> range = new ArrayList<>(rows.subList(Math.min(from, end), Math.max(from, end) + 1));
        range.remove(id);
        range.add(id);
        return new RowPick(range, anchor);
    }

    /// An arrow key: the row so many further down, or up where that is negative, as far as there are rows.
    ///
    /// @param extend whether Shift is held
    RowPick step(int by, boolean extend, List<LayerId> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        int at = selected.isEmpty() ? -1 : rows.indexOf(selected.getLast());
        int start = at >= 0 ? at : by > 0 ? -1 : rows.size();
        LayerId id = rows.get(Math.clamp((long) start + by, 0, rows.size() - 1));
        return extend ? to(id, rows) : only(id);
    }

    /// Ctrl+A: all rows; the primary stays.
    RowPick all(List<LayerId> rows) {
        List<LayerId> next = new ArrayList<>(rows);
        if (!selected.isEmpty() && next.remove(selected.getLast())) {
            next.add(selected.getLast());
        }
        return new RowPick(next, anchor);
    }
}
