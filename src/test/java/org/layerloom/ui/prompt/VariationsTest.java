package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.ui.versions.Versions;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole several times with seeds in a row: one step, and all others to be gone through.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class VariationsTest {
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);

    private SessionStage stage;
    private Versions versions;
    private final Actions actions = new Actions();

    @Start
    void start(Stage unused) {}

    @BeforeEach
    void threeVariations() throws Exception {
        stage = new SessionStage(
                Document.blank(96, 64)
                        .withPrompt("a fox and a cake")
                        .addRegion(new Rect(0, 0, 48, 48))
                        .addRegion(new Rect(40, 16, 48, 40)),
                Duration.ZERO);
        versions = stage.session.versions();
        stage.act(() -> new GenerateActions(stage.editor, stage.session, () -> {}, new Sheets(), stage.notices::add)
                .register(actions));
        assertThat(actions.get("variation-next").isEnabled()).isFalse();
        stage.run(() -> {
            stage.session.settings().seedProperty().set(7);
            stage.session.generateVariations(3);
        });
    }

    private List<Long> seeds() {
        return stage.editor
                .document()
                .allLayers()
                .map(Layer::props)
                .map(props -> props.recipe().orElseThrow().seed())
                .distinct()
                .toList();
    }

    @Test
    void the_first_is_in_the_document_and_the_others_are_versions_of_each_layer() throws Exception {
        assertThat(stage.steps()).isEqualTo(2);
        assertThat(seeds()).containsExactly(7L);
        assertThat(stage.notices.getLast().text()).startsWith("3 variations with the seeds 7 to 9 in ");
        for (LayerId layer : List.of(FIRST, SECOND)) {
            stage.act(() -> versions.open(layer));
            assertThat(versions.othersProperty().get())
                    .extracting(version -> version.recipe().seed())
                    .containsExactly(8L, 9L);
        }
    }

    @Test
    void all_layers_go_to_the_next_variation_together_and_round() throws Exception {
        Raster first = stage.raster(FIRST);
        stage.act(() -> versions.stepWhole(1));
        assertThat(seeds()).containsExactly(8L);
        assertThat(stage.lastStep()).isEqualTo("Variation 2 of 3, seed 8");
        stage.act(() -> versions.stepWhole(-1));
        assertThat(stage.raster(FIRST)).isSameAs(first);
        stage.act(() -> versions.stepWhole(-1));
        assertThat(seeds()).containsExactly(9L);
        stage.act(() -> versions.stepWhole(1));
        assertThat(seeds()).containsExactly(7L);
    }

    @Test
    void they_can_be_gone_through_as_soon_as_they_are_made() {
        assertThat(actions.get("variation-next").isEnabled()).isTrue();
    }

    @Test
    void a_layer_that_is_locked_does_not_hold_the_others_back() throws Exception {
        stage.act(() -> {
            stage.editor.commit(
                    "Lock",
                    document ->
                            document.with(SECOND, l -> l.with(props -> props.withLocks(Locks.NONE.withPixels(true)))));
            versions.stepWhole(1);
            versions.stepWhole(1);
        });
        assertThat(seeds()).containsExactly(9L, 7L);
    }
}
