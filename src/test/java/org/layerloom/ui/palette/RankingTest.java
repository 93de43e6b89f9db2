package org.layerloom.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RankingTest {
    private static Finding action(String label, String menu) {
        return finding(Finding.Kind.ACTION, label, menu, true);
    }

    private static Finding finding(Finding.Kind kind, String label, String place, boolean enabled) {
        return new Finding(kind, label, label, place, "", List.of(), enabled, () -> {});
    }

    private static List<String> labels(String query, List<Finding> all, String... recent) {
        return Results.of(query, all, List.of(recent)).stream()
                .map(Finding::label)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "redo, Redo, Remove redo marks",
        "re, Redo, Hide rulers of red",
        "layer, Layer via copy, Duplicate layer",
        "mv, Merge visible, Save move",
        "dup, Duplicate layer, Load update",
        "merge, Merge down, Emerge",
        "hide box, Show or hide boxes, Hide panels by text box",
    })
    void the_better_answer_scores_higher(String query, String better, String worse) {
        assertThat(Ranking.score(query, better)).isGreaterThan(Ranking.score(query, worse));
    }

    @ParameterizedTest
    @CsvSource({"xyz, Redo", "rd, Raise and", "undo layer, Undo", "oz, Zoom"})
    void what_is_not_there_does_not_match(String query, String text) {
        assertThat(Ranking.score(query, text)).isEqualTo(Ranking.NONE);
    }

    @ParameterizedTest
    @CsvSource({"GRÖSSE, größe ändern", "andern, Größe ändern", "re roll, Re-roll this layer", "dplct, Duplicate"})
    void case_accents_hyphens_and_left_out_letters_do_not_matter(String query, String text) {
        assertThat(Ranking.score(query, text)).isPositive();
    }

    @Test
    void a_blank_query_shows_the_actions_used_last_and_then_all_in_their_order() {
        List<Finding> all = List.of(
                action("New", "File"),
                action("Undo", "Edit"),
                action("Redo", "Edit"),
                finding(Finding.Kind.LAYER, "Cake", "Go to layer", true));
        assertThat(labels("", all, "Redo", "Undo")).containsExactly("Redo", "Undo", "New");
        assertThat(labels("", all)).containsExactly("New", "Undo", "Redo");
    }

    @Test
    void kinds_stand_together_and_the_menu_is_searched_too() {
        List<Finding> all = List.of(
                finding(Finding.Kind.SETTING, "Theme", "Preferences", true),
                finding(Finding.Kind.LAYER, "The end", "Go to layer", true),
                action("Dark or light theme", "View"),
                action("Zoom in", "View"));
        assertThat(labels("the", all)).containsExactly("Dark or light theme", "The end", "Theme");
        assertThat(labels("view", all)).containsExactly("Zoom in", "Dark or light theme");
    }

    @Test
    void what_cannot_be_done_now_comes_last() {
        List<Finding> all = List.of(finding(Finding.Kind.ACTION, "Merge", "Layer", false), action("Emerge", "Layer"));
        assertThat(labels("merge", all)).containsExactly("Emerge", "Merge");
    }

    @Test
    void no_more_than_eight_of_a_kind_answer() {
        List<Finding> all = IntStream.range(0, 20)
                .boxed()
                .flatMap(i ->
                        Stream.of(action("Add " + i, "Layer"), finding(Finding.Kind.LAYER, "Adder " + i, "", true)))
                .toList();
        assertThat(labels("add", all)).hasSize(2 * Results.MOST);
    }
}
