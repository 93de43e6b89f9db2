package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Locks;
import org.layerloom.document.Rect;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Watchdog;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Runs that wait for the one that goes on, and what runs leave alone.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class QueueTest {
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);

    private SessionStage stage;

    @Start
    void start(Stage unused) {}

    @BeforeEach
    void twoBoxes() throws Exception {
        stage = new SessionStage(
                Document.blank(96, 64)
                        .withPrompt("a fox and a cake")
                        .addRegion(new Rect(0, 0, 48, 48))
                        .addRegion(new Rect(40, 16, 48, 40)),
                Duration.ofMillis(50));
    }

    @Test
    void a_run_asked_for_meanwhile_waits_its_turn_and_each_is_a_step() throws Exception {
        stage.act(() -> {
            stage.session.generate();
            stage.session.generate();
        });
        assertThat(stage.session.waiting()).extracting(QueuedRun::label).containsExactly("Generate 3 layers");
        stage.run(() -> {});
        assertThat(stage.session.waiting()).isEmpty();
        assertThat(stage.editor.history().entries())
                .extracting(History.Entry::label)
                .containsExactly("Open", "Generate 3 layers", "Generate 3 layers");
        assertThat(seedOfStep(1)).isNotEqualTo(seedOfStep(2));
    }

    @Test
    void a_waiting_run_sees_the_document_as_it_is_when_its_turn_comes() throws Exception {
        stage.act(() -> {
            stage.session.generate();
            stage.session.generateEmpty();
            stage.editor.commit("Add box", document -> document.addRegion(new Rect(60, 0, 20, 14)));
        });
        stage.run(() -> {});
        assertThat(stage.editor.document().layers()).hasSize(4);
        assertThat(stage.lastStep()).isEqualTo("Generate 1 layer");
    }

    @Test
    void who_listens_to_the_queue_hears_of_it_for_good() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        stage.act(() -> stage.session.waiting().addListener((InvalidationListener)
                o -> sizes.add(stage.session.waiting().size())));
        System.gc();
        stage.act(() -> {
            stage.session.generate();
            stage.session.generate();
        });
        stage.run(() -> {});
        assertThat(sizes).containsExactly(1, 0);
    }

    @Test
    void waiting_runs_are_moved_and_taken_out() throws Exception {
        stage.act(() -> {
            stage.session.generate();
            select(FIRST);
            stage.session.generateSelected();
            stage.editor.select(List.of(FIRST, SECOND));
            stage.session.generateSelected();
            stage.session.moveWaiting(1, -1);
        });
        assertThat(stage.session.waiting())
                .extracting(QueuedRun::label)
                .containsExactly("Generate 2 layers", "Generate 1 layer");
        stage.act(() -> {
            stage.session.removeWaiting(0);
            stage.session.moveWaiting(0, 5);
        });
        assertThat(stage.session.waiting()).extracting(QueuedRun::label).containsExactly("Generate 1 layer");
        stage.act(stage.session::close);
        assertThat(stage.session.waiting()).isEmpty();
        stage.run(() -> {});
    }

    @Test
    void cancelling_one_begins_the_next() throws Exception {
        stage.act(() -> {
            stage.session.generate();
            stage.session.generate();
            stage.session.cancel();
        });
        stage.run(() -> {});
        assertThat(stage.steps()).isEqualTo(2);
        assertThat(stage.editor.document().layers()).hasSize(3);
    }

    @Test
    void a_document_that_is_closed_takes_its_runs_along_and_says_so() throws Exception {
        Document other = Document.blank(96, 64).addRegion(new Rect(0, 0, 20, 20));
        stage.act(() -> {
            stage.session.generate();
            stage.session.generate();
            stage.editor.open(other);
        });
        stage.run(() -> {});
        assertThat(stage.editor.document()).isSameAs(other);
        assertThat(stage.notices)
                .extracting(notice -> notice.text())
                .containsExactly("2 runs were dropped: their document was closed.");
    }

    @Test
    void a_locked_layer_is_given_to_the_run_and_stays_the_same_object() throws Exception {
        stage.run(stage.session::generate);
        stage.act(() -> stage.editor.commit(
                "Lock", LayerEdits.props(FIRST, props -> props.withLocks(Locks.NONE.withPixels(true)))));
        Layer kept = stage.layer(FIRST);
        Layer other = stage.layer(SECOND);
        stage.run(stage.session::generate);
        assertThat(stage.layer(FIRST)).isSameAs(kept);
        assertThat(stage.layer(SECOND)).isNotEqualTo(other);
        assertThat(stage.lastStep()).isEqualTo("Generate 2 layers");
    }

    @Test
    void a_layer_locked_while_the_run_goes_on_stays_too() throws Exception {
        stage.run(stage.session::generate);
        Layer before = stage.layer(FIRST);
        stage.act(() -> {
            stage.session.generate();
            stage.editor.commit(
                    "Lock", LayerEdits.props(FIRST, props -> props.withLocks(Locks.NONE.withTransparency(true))));
        });
        stage.run(() -> {});
        assertThat(stage.layer(FIRST).rasters().findFirst())
                .isEqualTo(before.rasters().findFirst());
    }

    @Test
    void where_all_is_locked_there_is_nothing_to_make() throws Exception {
        stage.run(stage.session::generate);
        stage.act(() -> stage.editor.commit("Lock all", document -> {
            Document next = document;
            for (Layer layer : document.layers()) {
                next = next.with(layer.id(), l -> l.with(props -> props.withLocks(Locks.ALL)));
            }
            return next;
        }));
        int steps = stage.steps();
        stage.run(stage.session::generate);
        assertThat(stage.steps()).isEqualTo(steps);
        assertThat(stage.notices.getLast().text())
                .startsWith("There is nothing to make: every box has its layer or is locked.");
    }

    @Test
    void several_selected_boxes_are_made_in_one_step() throws Exception {
        stage.run(stage.session::generate);
        Layer background = stage.editor.document().layers().getFirst();
        stage.act(() -> stage.editor.commit("Delete", document -> document.without(FIRST)));
        stage.run(() -> {
            stage.editor.select(List.of(FIRST, SECOND));
            stage.session.generateSelected();
        });
        assertThat(stage.lastStep()).isEqualTo("Generate 2 layers");
        assertThat(stage.editor.document().layers()).hasSize(3).first().isSameAs(background);
    }

    @Test
    void a_run_whose_box_is_gone_by_then_is_a_sentence() throws Exception {
        stage.act(() -> {
            stage.session.generate();
            select(FIRST);
            stage.session.generateSelected();
            stage.editor.commit("Delete", document -> Moves.delete(document, FIRST));
        });
        stage.run(() -> {});
        assertThat(stage.notices.getLast().text()).startsWith("There is nothing to make");
        assertThat(stage.editor.document().layer(SECOND)).isPresent();
    }

    private void select(LayerId id) {
        stage.editor.select(List.of(id));
    }

    private Optional<Long> seedOfStep(int step) {
        return stage.editor
                .history()
                .entries()
                .get(step)
                .document()
                .layer(FIRST)
                .flatMap(layer -> layer.props().recipe())
                .map(recipe -> recipe.seed());
    }
}
