package org.layerloom.generate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;
import org.layerloom.generate.Binder;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Phrase;

/// Proposed boxes over a list of prompts: the things, their kinds, numbers and places; and what holds for all.
class BoxPlannerTest {
    private static final Path PROMPTS = Path.of("src/test/resources/plans/prompts.txt");
    private static final int[][] PAGES = {{1024, 1024}, {768, 1344}, {1600, 500}, {300, 200}};
    private static final String POSTER = "a poster with the text 'SUMMER', a large lion, two balloons and a fox";

    private record Case(String prompt, String kind, String things) {}

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(PROMPTS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .map(parts -> new Case(parts[0], parts[1], parts[2]))
                .toList();
    }

    private static String things(String prompt) {
        return Wanted.of(prompt).stream()
                .map(each -> each.phrase().text()
                        + (each.count() > 1 ? " x" + each.count() : "")
                        + each.place().map(place -> " ^" + place).orElse(""))
                .collect(Collectors.joining(" / "));
    }

    @Test
    void aHundredPromptsAreReadAsPeopleMeanThem() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(cases()).allSatisfy(each -> {
            assertThat(things(each.prompt)).isEqualTo(each.things);
            assertThat(DesignKind.of(each.prompt)).hasToString(each.kind);
        });
    }

    @Test
    void everyThingHasItsBoxesOnThePageAndApart() throws IOException {
        for (Case each : cases()) {
            int wanted = Wanted.of(each.prompt).stream().mapToInt(Wanted::count).sum();
            for (int[] size : PAGES) {
                List<Rect> boxes =
                        BoxPlanner.plan(each.prompt, size[0], size[1]).rects();
                String what = each.prompt + " at " + size[0] + " x " + size[1] + ": " + boxes;
                Rect page = new Rect(0, 0, size[0], size[1]);
                assertThat(boxes).as(what).hasSize(wanted).allMatch(page::contains);
                assertThat(overlap(boxes, page)).as(what).isZero();
                assertThat(boxes).as(what).allMatch(box -> Math.min(box.width(), box.height()) >= 8);
            }
        }
    }

    private static long overlap(List<Rect> boxes, Rect page) {
        List<Rect> inside = boxes.stream().filter(box -> !box.equals(page)).toList();
        long sum = 0;
        for (int i = 0; i < inside.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += inside.get(i).intersect(inside.get(j)).area();
            }
        }
        return sum;
    }

    @Test
    void theBinderGivesEachPhraseTheBoxThatWasMadeForIt() throws IOException {
        for (Case each : cases()) {
            for (int[] size : PAGES) {
                BoxPlan plan = BoxPlanner.plan(each.prompt, size[0], size[1]);
                List<Optional<Phrase>> bound = Binder.bind(
                        each.prompt,
                        plan.rects().stream()
                                .map(box -> new Binder.Box(box, Optional.empty(), new Link.Automatic()))
                                .toList());
                assertThat(bound).as(each.prompt + " at " + size[0]).isEqualTo(firsts(plan));
            }
        }
    }

    /// Each phrase at the first of its boxes.
    private static List<Optional<Phrase>> firsts(BoxPlan plan) {
        List<Phrase> seen = new ArrayList<>();
        List<Optional<Phrase>> firsts = new ArrayList<>();
        for (BoxPlan.Planned planned : plan.boxes()) {
            boolean again = seen.contains(planned.phrase());
            firsts.add(again ? Optional.empty() : Optional.of(planned.phrase()));
            seen.add(planned.phrase());
        }
        return firsts;
    }

    @Test
    void placesAndSizesAreFollowed() {
        BoxPlan plan = BoxPlanner.plan(
                "a sun in the top left corner, a cat on the right, a large lion, a small bee, 'ROAR' at the bottom",
                1000,
                1000);
        List<Rect> boxes = plan.rects();
        assertThat(boxes.get(0).right()).isLessThan(500);
        assertThat(boxes.get(0).bottom()).isLessThan(500);
        assertThat(boxes.get(1).x()).isGreaterThan(500);
        assertThat(boxes.get(2).area())
                .isEqualTo(boxes.stream().mapToLong(Rect::area).max().orElseThrow());
        assertThat(boxes.get(3).area())
                .isEqualTo(boxes.stream().mapToLong(Rect::area).min().orElseThrow());
        assertThat(boxes.get(4).y()).isGreaterThan(700);
        assertThat(boxes.get(4).width()).isGreaterThan(2 * boxes.get(4).height());
    }

    @Test
    void eachKindOfDesignHasItsLetteringElsewhere() {
        assertThat(lettering("a poster with a fox and 'FOX'").bottom()).isLessThan(400);
        assertThat(lettering("a card with a fox and 'FOX'").y()).isGreaterThan(600);
        assertThat(lettering("an invitation with a fox, an owl and 'FOX'").contains(500, 500))
                .isTrue();
        assertThat(lettering("a banner with a fox and 'FOX'").right()).isLessThan(560);
        assertThat(lettering("a slide with a fox and 'FOX'").x()).isLessThan(100);
    }

    private static Rect lettering(String prompt) {
        return BoxPlanner.plan(prompt, 1000, 1000).rects().getLast();
    }

    @Test
    void aFrameGetsTheWholePage() {
        assertThat(BoxPlanner.plan("a card with a floral border and a cake", 300, 400)
                        .rects())
                .first()
                .isEqualTo(new Rect(0, 0, 300, 400));
    }

    @Test
    void aTinyOrLongPageIsNoTrouble() {
        for (int[] size : new int[][] {{1, 1}, {16, 16}, {4000, 30}, {30, 4000}}) {
            Rect page = new Rect(0, 0, size[0], size[1]);
            assertThat(BoxPlanner.plan(POSTER, size[0], size[1]).rects()).allMatch(page::contains);
        }
    }

    @Test
    void noMoreBoxesAreProposedThanARunTakes() {
        String many = "twelve cats, twelve dogs, twelve owls, twelve bees, twelve ants and twelve cows";
        assertThat(BoxPlanner.plan(many, 2000, 2000).rects()).hasSize(GenerateRequest.MAX_BOXES);
    }
}
