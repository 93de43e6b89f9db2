package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Locks;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.versions.Versions;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Re-rolling one layer: versions to choose from, nothing kept before the user says so.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class ChoiceTest {
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);

    private SessionStage stage;
    private Versions versions;

    @Start
    void start(Stage unused) {}

    @BeforeEach
    void threeLayers() throws Exception {
        stage = new SessionStage(
                Document.blank(96, 64)
                        .withPrompt("a fox and a cake")
                        .addRegion(new Rect(0, 0, 48, 48))
                        .addRegion(new Rect(40, 16, 48, 40)),
                Duration.ZERO);
        versions = stage.session.versions();
        stage.run(() -> {
            stage.session.settings().seedProperty().set(7);
            stage.session.generate();
        });
    }

    @Test
    void a_re_roll_shows_its_first_version_and_writes_nothing_to_the_history() throws Exception {
        Raster before = stage.raster(SECOND);
        stage.run(() -> stage.session.reroll(SECOND, 4));
        assertThat(versions.layerProperty().get()).isEqualTo(SECOND);
        assertThat(versions.othersProperty().get())
                .extracting(version -> version.recipe().seed())
                .containsExactly(8L, 9L, 10L, 11L);
        assertThat(versions.triedProperty().get()).isEqualTo(1);
        assertThat(stage.raster(SECOND)).isNotEqualTo(before);
        assertThat(stage.steps()).isEqualTo(2);
        assertThat(stage.notices.getLast().text()).startsWith("4 versions of Star 2 in ");
        stage.act(versions::close);
        assertThat(stage.raster(SECOND)).isSameAs(before);
    }

    @Test
    void the_progress_of_all_versions_together_never_goes_back() throws Exception {
        List<Double> shares = new ArrayList<>();
        stage.act(() -> stage.session.progressProperty().addListener((o, before, now) -> {
            if (now != null) {
                shares.add(now.share());
            }
        }));
        stage.run(() -> stage.session.reroll(SECOND, 4));
        assertThat(shares).isSorted().contains(-1.0);
        assertThat(shares.getLast()).isEqualTo(1);
    }

    @Test
    void keeping_a_version_is_one_step_and_leaves_all_other_layers_byte_for_byte() throws Exception {
        List<Layer> before = stage.editor.document().layers();
        List<String> hashes = hashes(before);
        stage.run(() -> stage.session.reroll(SECOND, 4));
        Raster third = versions.othersProperty().get().get(2).raster();
        stage.act(() -> {
            versions.attempt(3);
            versions.keep();
        });
        List<Layer> after = stage.editor.document().layers();
        assertThat(stage.lastStep()).isEqualTo("Keep Star 2, version 4");
        assertThat(stage.steps()).isEqualTo(3);
        assertThat(stage.raster(SECOND)).isSameAs(third);
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1)).isSameAs(before.get(1));
        assertThat(hashes(after).subList(0, 2)).isEqualTo(hashes.subList(0, 2));
        assertThat(versions.isOpen()).isFalse();
        stage.act(stage.editor::undo);
        assertThat(stage.editor.document().layers()).isEqualTo(before);
    }

    @Test
    void what_was_replaced_can_be_gone_back_to_and_the_steps_go_round() throws Exception {
        Raster first = stage.raster(SECOND);
        stage.run(() -> stage.session.reroll(SECOND, 2));
        stage.act(versions::keep);
        stage.act(() -> versions.step(SECOND, 1));
        assertThat(versions.othersProperty().get()).hasSize(2);
        assertThat(stage.raster(SECOND)).isSameAs(first);
        stage.act(() -> versions.step(SECOND, 1));
        stage.act(() -> versions.step(SECOND, 1));
        assertThat(versions.triedProperty().get()).isZero();
        stage.act(() -> versions.step(SECOND, -1));
        assertThat(versions.triedProperty().get()).isEqualTo(2);
    }

    @Test
    void the_next_re_roll_goes_on_with_further_seeds() throws Exception {
        stage.run(() -> stage.session.reroll(SECOND, 2));
        stage.run(() -> stage.session.reroll(SECOND, 2));
        assertThat(versions.othersProperty().get())
                .extracting(version -> version.recipe().seed())
                .containsExactly(8L, 9L, 10L, 11L);
    }

    @Test
    void an_edit_meanwhile_stays_and_the_version_stays_on_the_canvas() throws Exception {
        stage.run(() -> stage.session.reroll(SECOND, 2));
        Raster tried = stage.raster(SECOND);
        stage.act(() -> stage.editor.commit("Move", document -> Moves.by(document, FIRST, 5, 0)));
        assertThat(stage.raster(SECOND)).isSameAs(tried);
        assertThat(stage.editor.history().document().layer(SECOND))
                .isNotEqualTo(stage.editor.document().layer(SECOND));
        stage.act(versions::keep);
        assertThat(stage.raster(SECOND)).isSameAs(tried);
        assertThat(stage.layer(FIRST).props().x()).isGreaterThan(4);
    }

    @Test
    void a_version_lands_where_its_box_is_by_now() throws Exception {
        stage.run(() -> stage.session.reroll(SECOND, 2));
        int x = stage.layer(SECOND).props().x();
        stage.act(() -> stage.editor.commit("Move", document -> Moves.by(document, SECOND, 5, 3)));
        assertThat(stage.layer(SECOND).props().x()).isEqualTo(x + 5);
        stage.act(versions::keep);
        assertThat(stage.layer(SECOND).props().x()).isEqualTo(x + 5);
    }

    @Test
    void a_strip_of_a_deleted_layer_closes() throws Exception {
        stage.run(() -> stage.session.reroll(SECOND, 2));
        stage.act(() -> stage.editor.commit("Delete", document -> Moves.delete(document, SECOND)));
        assertThat(versions.isOpen()).isFalse();
        assertThat(stage.editor.document().layer(SECOND)).isEmpty();
    }

    @Test
    void another_document_forgets_all_versions() throws Exception {
        stage.run(() -> stage.session.reroll(SECOND, 2));
        Document other = stage.editor.history().document();
        stage.act(() -> stage.editor.open(other));
        assertThat(versions.isOpen()).isFalse();
        assertThat(versions.hasOthers(SECOND)).isFalse();
        assertThat(stage.editor.document()).isSameAs(other);
    }

    @Test
    void a_locked_layer_is_not_re_rolled() throws Exception {
        stage.act(() -> stage.editor.commit(
                "Lock", LayerEdits.props(SECOND, props -> props.withLocks(Locks.NONE.withPixels(true)))));
        stage.run(() -> stage.session.reroll(SECOND, 2));
        assertThat(stage.notices.getLast().text()).isEqualTo("“Star 2” is locked: its pixels cannot change.");
        assertThat(versions.isOpen()).isFalse();
    }

    @Test
    void the_background_alone_can_be_re_rolled() throws Exception {
        Layer background = stage.editor.document().layers().getFirst();
        assertThat(stage.session.canReroll(background.id())).isTrue();
        List<Layer> before = stage.editor.document().layers();
        stage.run(() -> stage.session.reroll(background.id(), 2));
        stage.act(versions::keep);
        List<Layer> after = stage.editor.document().layers();
        assertThat(after).hasSize(3);
        assertThat(after.getFirst()).isNotEqualTo(background);
        assertThat(after.get(1)).isSameAs(before.get(1));
        assertThat(after.get(2)).isSameAs(before.get(2));
    }

    private static List<String> hashes(List<Layer> layers) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return layers.stream()
                .map(layer -> {
                    int[] argb = layer.rasters().findFirst().orElseThrow().toArgb();
                    ByteBuffer bytes = ByteBuffer.allocate(4 * argb.length);
                    bytes.asIntBuffer().put(argb);
                    return HexFormat.of().formatHex(sha.digest(bytes.array()));
                })
                .toList();
    }
}
