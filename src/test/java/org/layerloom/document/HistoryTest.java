package org.layerloom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Undo and redo, the saved place, and the bound on memory.
final class HistoryTest {
    private static final long TILE_BYTES = 256 * 256 * 4;

    private final Document start = Document.blank(50, 50);

    @Test
    void undo_and_redo_walk_through_the_documents() {
        History history = history(1_000_000);
        history.commit("a", start.withPrompt("a"));
        history.commit("b", start.withPrompt("b"));
        history.undo();
        assertThat(history.document().prompt()).isEqualTo("a");
        history.undo();
        assertThat(history.document()).isSameAs(start);
        assertThat(history.canUndo()).isFalse();
        history.redo();
        history.redo();
        assertThat(history.document().prompt()).isEqualTo("b");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void undo_and_redo_at_the_ends_do_nothing() {
        History history = history(1);
        history.undo();
        history.redo();
        assertThat(history.position()).isZero();
    }

    @Test
    void a_new_step_drops_what_had_been_undone() {
        History history = history(1_000_000);
        history.commit("a", start.withPrompt("a"));
        history.commit("b", start.withPrompt("b"));
        history.undo();
        history.commit("c", start.withPrompt("c"));
        assertThat(history.entries()).extracting(History.Entry::label).containsExactly("Open", "a", "c");
    }

    @Test
    void a_step_that_changes_nothing_is_not_kept_and_leaves_redo_alone() {
        History history = history(1_000_000);
        history.commit("a", start.withPrompt("a"));
        history.undo();
        history.commit("nothing", start.withPrompt(""));
        assertThat(history.entries()).hasSize(2);
        assertThat(history.canRedo()).isTrue();
    }

    @Test
    void the_saved_place_is_clean_again_after_undoing_back_to_it() {
        History history = history(1_000_000);
        assertThat(history.isClean()).isTrue();
        history.commit("a", start.withPrompt("a"));
        history.markClean(history.document());
        history.commit("b", start.withPrompt("b"));
        assertThat(history.isClean()).isFalse();
        history.undo();
        assertThat(history.isClean()).isTrue();
    }

    @Test
    void what_was_edited_during_a_save_counts_as_unsaved() {
        History history = history(1_000_000);
        history.commit("a", start.withPrompt("a"));
        Document saved = history.document();
        history.commit("b", start.withPrompt("b"));
        history.commit("c", start.withPrompt("c"));
        history.markClean(saved);
        assertThat(history.isClean()).isFalse();
        assertThat(history.isClean(1)).isTrue();
        assertThat(history.unsavedSteps()).isEqualTo(2);
    }

    @Test
    void the_saved_place_is_never_clean_again_once_it_was_dropped() {
        History history = history(1_000_000);
        history.commit("a", start.withPrompt("a"));
        history.markClean(history.document());
        history.undo();
        history.commit("b", start.withPrompt("b"));
        assertThat(history.isClean()).isFalse();
        history.undo();
        assertThat(history.isClean()).isFalse();
    }

    @Test
    void moving_a_layer_ten_thousand_times_forgets_nothing() {
        Document document = start.add(layer(1, Raster.filled(50, 50, -1)));
        History history = new History("Open", document, TILE_BYTES);
        for (int i = 0; i < 10_000; i++) {
            document = document.with(new LayerId(1), layer -> layer.translate(1, 0));
            history.commit("move", document);
        }
        assertThat(history.entries()).hasSize(10_001);
    }

    @Test
    void the_oldest_steps_go_when_distinct_pixels_exceed_the_bound() {
        History history = history(3 * TILE_BYTES);
        history.markClean(history.document());
        for (int i = 1; i <= 10; i++) {
            history.commit("paint " + i, start.add(layer(1, Raster.filled(5, 5, i))));
        }
        assertThat(history.entries())
                .extracting(History.Entry::label)
                .containsExactly("paint 8", "paint 9", "paint 10");
        assertThat(history.position()).isEqualTo(2);
        history.goTo(0);
        assertThat(history.isClean()).isFalse();
    }

    @Test
    void the_current_document_is_kept_whatever_it_takes() {
        History history = history(0);
        Document big = start.add(layer(1, Raster.filled(2000, 2000, -1)));
        history.commit("big", big);
        assertThat(history.document()).isSameAs(big);
        assertThat(history.entries()).hasSize(1);
    }

    @Test
    void pixels_dropped_with_undone_steps_no_longer_count() {
        History history = history(2 * TILE_BYTES);
        history.commit("a", start.add(layer(1, Raster.filled(5, 5, 1))));
        for (int i = 0; i < 20; i++) {
            history.commit("b", start.add(layer(1, Raster.filled(5, 5, 100 + i))));
            history.undo();
        }
        assertThat(history.entries()).extracting(History.Entry::label).containsExactly("Open", "a", "b");
    }

    @Test
    void going_to_a_step_outside_is_refused() {
        assertThatThrownBy(() -> history(1).goTo(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("step 1 of a history of 1");
    }

    @Test
    void any_walk_shows_the_same_documents_as_a_plain_list() {
        Random random = new Random(7);
        History history = history(Long.MAX_VALUE);
        List<Document> plain = new ArrayList<>(List.of(start));
        int at = 0;
        for (int i = 0; i < 2000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    Document next = start.withPrompt("step " + i);
                    history.commit("edit", next);
                    plain.subList(at + 1, plain.size()).clear();
                    plain.add(next);
                    at++;
                }
                case 1 -> {
                    history.undo();
                    at = Math.max(0, at - 1);
                }
                default -> {
                    history.redo();
                    at = Math.min(plain.size() - 1, at + 1);
                }
            }
            assertThat(history.document()).isSameAs(plain.get(at));
        }
    }

    private History history(long maxBytes) {
        return new History("Open", start, maxBytes);
    }

    private static PixelLayer layer(int id, Raster raster) {
        return new PixelLayer(LayerProps.named(new LayerId(id), "layer"), raster);
    }
}
