package org.layerloom.document;

import java.util.List;

/// What a fill layer is filled with.
public sealed interface Fill {
    /// One straight colour.
    record Solid(int argb) implements Fill {}

    /// A course of colours from one point to another; beyond them the first and the last go on.
    ///
    /// @param radial whether it runs outward from the first point in circles; else along the line
    /// @param x0 document px
    /// @param stops ascending places 0..1, two at least
    record Gradient(boolean radial, double x0, double y0, double x1, double y1, List<Stop> stops) implements Fill {
        public Gradient {
            stops = List.copyOf(stops);
            if (stops.size() < 2) {
                throw new IllegalArgumentException("a gradient of " + stops.size() + " colours: it takes two");
            }
            for (int i = 1; i < stops.size(); i++) {
                if (stops.get(i).at() < stops.get(i - 1).at()) {
                    throw new IllegalArgumentException("a gradient's places fall from "
                            + stops.get(i - 1).at() + " to " + stops.get(i).at());
                }
            }
        }
    }

    /// A straight colour at a place 0..1 of a gradient.
    record Stop(double at, int argb) {
        public Stop {
            if (!(at >= 0 && at <= 1)) {
                throw new IllegalArgumentException("a gradient's place " + at + " is not within 0 to 1");
            }
        }
    }

    /// The same fill moved with its layer.
    default Fill translate(double dx, double dy) {
        return switch (this) {
            case Solid solid -> solid;
            case Gradient(boolean radial, double x0, double y0, double x1, double y1, List<Stop> stops) ->
                new Gradient(radial, x0 + dx, y0 + dy, x1 + dx, y1 + dy, stops);
        };
    }
}
