package org.layerloom.ui.tools;

import org.layerloom.document.Rect;

/// A rectangle as one axis sees it: from `low` to `high` along it, and from `crossLow` to `crossHigh` across.
record Span(double low, double high, double crossLow, double crossHigh) {
    /// @param alongX whether the axis runs from left to right
    static Span of(Rect rect, boolean alongX) {
        return alongX
                ? new Span(rect.x(), rect.right(), rect.y(), rect.bottom())
                : new Span(rect.y(), rect.bottom(), rect.x(), rect.right());
    }

    double middle() {
        return (low + high) / 2;
    }

    double length() {
        return high - low;
    }

    Span moved(double by) {
        return new Span(low + by, high + by, crossLow, crossHigh);
    }

    /// Whether both have something at the same height.
    boolean faces(Span other) {
        return crossLow < other.crossHigh && other.crossLow < crossHigh;
    }
}
