package org.layerloom.generate.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;

/// Proposes boxes for the things that a prompt names: a start to move and resize.
///
/// Rules, no model: the kind of design says where lettering goes, words of place and size are followed where there is
/// room, all else goes to an even grid in what is left. Boxes lie on the page and apart; only a frame, which gets the
/// whole page, lies under others. Backgrounds and words on style get none. `Binder` gives each phrase the box that
/// was made for it.
public final class BoxPlanner {
    /// Of the page's shorter side.
    private static final double MARGIN = 0.06;

    /// The same where a frame stands around all.
    private static final double FRAMED = 0.13;

    private static final double GAP = 0.03;
    /// From this aspect on a page that is called nothing is a banner.
    private static final double WIDE_PAGE = 2.2;

    /// What is called large has the largest area, what is called small the smallest, by these factors at least.
    private static final double BELOW_LARGE = 0.8;

    private static final double BELOW_OTHERS = 0.8;

    private final Rect page;
    private final DesignKind kind;
    private final List<Wanted> wanted;
    private final Room room;
    private final Map<Wanted, List<Rect>> placed = new LinkedHashMap<>();

    private BoxPlanner(String prompt, int width, int height) {
        page = new Rect(0, 0, width, height);
        wanted = Wanted.of(prompt);
        boolean framed = wanted.stream().anyMatch(each -> each.is(Wanted.Kind.FRAME));
        int shorter = Math.min(width, height);
        int margin = (int) Math.round(shorter * (framed ? FRAMED : MARGIN));
        Rect inner = new Rect(margin, margin, Math.max(1, width - 2 * margin), Math.max(1, height - 2 * margin));
        room = new Room(inner, (int) Math.round(shorter * GAP));
        DesignKind named = DesignKind.of(prompt);
        kind = named == DesignKind.PAGE && width >= WIDE_PAGE * height ? DesignKind.BANNER : named;
        wanted.forEach(each -> placed.put(each, List.of()));
    }

    /// Boxes for what the prompt names; none where it names nothing.
    ///
    /// @param width  of the page, px
    /// @param height of the page, px
    public static BoxPlan plan(String prompt, int width, int height) {
        BoxPlanner planner = new BoxPlanner(prompt, width, height);
        planner.lay();
        planner.sort();
        return new BoxPlan(planner.kind, planner.boxes());
    }

    private void lay() {
        wanted.stream().filter(each -> each.is(Wanted.Kind.FRAME)).forEach(frame -> placed.put(frame, List.of(page)));
        List<Wanted> hinted = wanted.stream()
                .filter(each -> each.place().isPresent())
                .sorted(Comparator.comparing(each -> !each.place().orElseThrow().isCorner()))
                .toList();
        Anchors anchors = new Anchors(room, (int) things().count());
        for (Wanted each : hinted) {
            placed.put(each, anchors.boxes(each));
        }
        List<Wanted> open = open();
        Grid grid = new Grid(room);
        if (kind.lettering() == DesignKind.Lettering.AMONG) {
            placed.putAll(grid.boxes(open));
            return;
        }
        List<Wanted> lines =
                open.stream().filter(each -> each.is(Wanted.Kind.LETTERING)).toList();
        List<Wanted> things =
                open.stream().filter(each -> each.is(Wanted.Kind.THING)).toList();
        Lines laid = new Lines(room);
        boolean alone = things().findAny().isEmpty();
        placed.putAll(laid.boxes(lines, alone ? DesignKind.Lettering.MIDDLE : kind.lettering()));
        if (kind.lettering() == DesignKind.Lettering.MIDDLE && !lines.isEmpty() && things.size() > 1) {
            int half = (things.size() + 1) / 2;
            placed.putAll(grid.boxes(things.subList(0, half)));
            placed.putAll(grid.boxes(things.subList(half, things.size())));
        } else {
            placed.putAll(grid.boxes(things));
        }
    }

    private java.util.stream.Stream<Wanted> things() {
        return wanted.stream().filter(each -> each.is(Wanted.Kind.THING));
    }

    private List<Wanted> open() {
        return wanted.stream().filter(each -> placed.get(each).isEmpty()).toList();
    }

    /// Makes areas say what words of size say: a binder goes by them.
    private void sort() {
        wanted.stream()
                .filter(each -> each.isAlone(Wanted.Size.LARGE))
                .findFirst()
                .ifPresent(large -> {
                    long most = (long) (BELOW_LARGE * area(large));
                    things().filter(each -> !each.isAlone(Wanted.Size.LARGE)).forEach(each -> shrink(each, most));
                });
        long least = things().filter(each -> !each.isAlone(Wanted.Size.SMALL))
                .flatMap(each -> placed.get(each).stream())
                .mapToLong(Rect::area)
                .min()
                .orElse(Long.MAX_VALUE);
        long most = least == Long.MAX_VALUE ? least : (long) (BELOW_OTHERS * least);
        things().filter(each -> each.isAlone(Wanted.Size.SMALL)).forEach(each -> shrink(each, most));
    }

    private long area(Wanted of) {
        return placed.get(of).stream().mapToLong(Rect::area).max().orElse(Long.MAX_VALUE);
    }

    private void shrink(Wanted of, long most) {
        placed.computeIfPresent(
                of,
                (each, boxes) -> boxes.stream()
                        .map(box -> box.area() <= most ? box : Boxes.scaled(box, Math.sqrt((double) most / box.area())))
                        .toList());
    }

    private List<BoxPlan.Planned> boxes() {
        List<BoxPlan.Planned> boxes = new ArrayList<>();
        for (Wanted.Kind each : List.of(Wanted.Kind.FRAME, Wanted.Kind.THING, Wanted.Kind.LETTERING)) {
            placed.forEach((of, rects) -> {
                if (of.is(each)) {
                    rects.stream()
                            .filter(box -> !box.isEmpty())
                            .forEach(box -> boxes.add(new BoxPlan.Planned(box, of.phrase())));
                }
            });
        }
        return boxes.subList(0, Math.min(boxes.size(), GenerateRequest.MAX_BOXES));
    }
}
