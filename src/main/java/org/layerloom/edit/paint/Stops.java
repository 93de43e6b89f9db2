package org.layerloom.edit.paint;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Fill.Stop;

/// Edits of a gradient's colours.
public final class Stops {
    private Stops() {}

    /// A new stop where the gradient already has that colour.
    public static List<Stop> add(List<Stop> stops, double at) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(indexFor(stops, at), new Stop(at, FillPainter.color(stops, at)));
        return more;
    }

    /// Where in the list a new stop at a place belongs.
    public static int indexFor(List<Stop> stops, double at) {
        int index = 0;
        while (index < stops.size() && stops.get(index).at() <= at) {
            index++;
        }
        return index;
    }

    /// Moves a stop, not past its neighbours.
    public static List<Stop> move(List<Stop> stops, int index, double at) {
        double low = index == 0 ? 0 : stops.get(index - 1).at();
        double high = index == stops.size() - 1 ? 1 : stops.get(index + 1).at();
        return with(
                stops,
                index,
                new Stop(Math.clamp(at, low, high), stops.get(index).argb()));
    }

    public static List<Stop> recolor(List<Stop> stops, int index, int argb) {
        return with(stops, index, new Stop(stops.get(index).at(), argb));
    }

    private static List<Stop> with(List<Stop> stops, int index, Stop stop) {
        List<Stop> next = new ArrayList<>(stops);
        next.set(index, stop);
        return next;
    }

    /// Takes a stop out; the last two stay.
    public static List<Stop> remove(List<Stop> stops, int index) {
        if (stops.size() <= 2) {
            return stops;
        }
        List<Stop> fewer = new ArrayList<>(stops);
        fewer.remove(index);
        return fewer;
    }

    /// The colours from the other end on.
    public static List<Stop> reverse(List<Stop> stops) {
        return stops.reversed().stream()
                .map(stop -> new Stop(1 - stop.at(), stop.argb()))
                .toList();
    }
}
