package org.layerloom.ui.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Snapping along one axis: edges, centres and equal gaps.
///
/// @param alongX whether the axis runs from left to right, so that its lines are vertical
/// @param others what stands still: boxes, layers and the page
/// @param guides places of guides
/// @param grid distance of the grid's lines; 0 = none
record SnapAxis(boolean alongX, List<Span> others, List<Integer> guides, int grid) {
    private static final double SAME = 0.01;

    /// By how much something that is being moved is shifted: the nearest of all that is within reach, whole px.
    double shift(Span moved, double reach) {
        double best = 0;
        double nearest = reach + SAME;
        for (double candidate : candidates(moved)) {
            double whole = Math.rint(candidate);
            if (Math.abs(whole - candidate) < SAME && Math.abs(candidate) < nearest) {
                nearest = Math.abs(candidate);
                best = whole;
            }
        }
        return best;
    }

    private double[] candidates(Span moved) {
        DoubleStream.Builder shifts = DoubleStream.builder();
        for (double stop : new double[] {moved.low(), moved.middle(), moved.high()}) {
            stops().forEach(at -> shifts.add(at - stop));
        }
        for (double edge : new double[] {moved.low(), moved.high()}) {
            lines(edge).forEach(at -> shifts.add(at - edge));
        }
        gaps(moved).forEach(low -> shifts.add(low - moved.low()));
        return shifts.build().toArray();
    }

    /// The place of a single edge: itself where nothing is within reach.
    double edge(double at, double reach) {
        return DoubleStream.concat(stops(), lines(at))
                .filter(stop -> Math.abs(stop - at) <= reach)
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(a - at), Math.abs(b - at)))
                .orElse(at);
    }

    private DoubleStream stops() {
        return others.stream().flatMapToDouble(span -> DoubleStream.of(span.low(), span.middle(), span.high()));
    }

    /// Guides, and the grid's line nearest to `at`.
    private DoubleStream lines(double at) {
        DoubleStream all = guides.stream().mapToDouble(Integer::doubleValue);
        return grid > 0 ? DoubleStream.concat(all, DoubleStream.of(Math.rint(at / grid) * grid)) : all;
    }

    /// Where the low end would lie with equal gaps: in the middle between two neighbours, or as far from one as that
    /// one is from its next.
    private List<Double> gaps(Span moved) {
        List<Double> lows = new ArrayList<>();
        Optional<Span> before = neighbour(moved, false);
        Optional<Span> after = neighbour(moved, true);
        if (before.isPresent() && after.isPresent()) {
            lows.add((before.get().high() + after.get().low() - moved.length()) / 2);
        }
        before.flatMap(near -> neighbour(near, false).map(far -> near.high() + near.low() - far.high()))
                .ifPresent(lows::add);
        after.flatMap(near -> neighbour(near, true).map(far -> near.low() - (far.low() - near.high()) - moved.length()))
                .ifPresent(lows::add);
        return lows;
    }

    /// The nearest of the others that lies beside `span`, one that faces it, apart from it.
    private Optional<Span> neighbour(Span span, boolean after) {
        return others.stream()
                .filter(other -> !other.equals(span) && other.faces(span))
                .filter(other -> after ? other.low() >= span.middle() : other.high() <= span.middle())
                .min((a, b) -> after ? Double.compare(a.low(), b.low()) : Double.compare(b.high(), a.high()));
    }

    /// What the span touches where it lies now: lines through equal edges and centres, and the gaps that are equal.
    List<SnapLine> touched(Span span) {
        List<SnapLine> lines = new ArrayList<>();
        for (double stop : new double[] {span.low(), span.middle(), span.high()}) {
            double[] ends = others.stream()
                    .filter(o -> same(o.low(), stop) || same(o.middle(), stop) || same(o.high(), stop))
                    .flatMapToDouble(o -> DoubleStream.of(o.crossLow(), o.crossHigh()))
                    .toArray();
            if (ends.length > 0) {
                double from =
                        Math.min(span.crossLow(), DoubleStream.of(ends).min().getAsDouble());
                double to =
                        Math.max(span.crossHigh(), DoubleStream.of(ends).max().getAsDouble());
                lines.add(new SnapLine(alongX, stop, from, to, 0));
            }
        }
        lines.addAll(equalGaps(span));
        return lines;
    }

    private List<SnapLine> equalGaps(Span span) {
        Optional<Span> before = neighbour(span, false);
        Optional<Span> after = neighbour(span, true);
        double left = before.map(near -> span.low() - near.high()).orElse(0.0);
        double right = after.map(near -> near.low() - span.high()).orElse(0.0);
        List<SnapLine> lines = new ArrayList<>();
        if (left > 0 && same(left, right)) {
            lines.add(measure(before.get(), span));
            lines.add(measure(span, after.get()));
        }
        before.flatMap(near -> neighbour(near, false)
                        .filter(far -> left > 0 && same(near.low() - far.high(), left))
                        .map(far -> List.of(measure(far, near), measure(near, span))))
                .ifPresent(lines::addAll);
        after.flatMap(near -> neighbour(near, true)
                        .filter(far -> right > 0 && same(far.low() - near.high(), right))
                        .map(far -> List.of(measure(span, near), measure(near, far))))
                .ifPresent(lines::addAll);
        return lines;
    }

    /// The gap between two that face each other, measured across its middle.
    private SnapLine measure(Span first, Span second) {
        double at =
                (Math.max(first.crossLow(), second.crossLow()) + Math.min(first.crossHigh(), second.crossHigh())) / 2;
        return new SnapLine(!alongX, at, first.high(), second.low(), (int) Math.round(second.low() - first.high()));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < SAME;
    }
}
