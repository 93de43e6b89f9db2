package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

final class RunEstimateTest {
    private static final Rect BOX = new Rect(0, 0, 8, 8);

    private final Document page = Document.blank(64, 64).withPrompt("a fox").addRegion(BOX);
    private final RunEstimate estimate = new RunEstimate();

    private void learn(Target target, int steps, int seconds) {
        estimate.learn(request(target), steps, Duration.ofSeconds(seconds), page);
    }

    private static GenerateRequest request(Target target) {
        return new GenerateRequest(
                "m", Mode.LAYERS, 64, 64, "a fox", "", "", List.of(target), List.of(), Settings.seeded(1));
    }

    @Test
    void a_run_that_was_made_smaller_than_the_page_tells_nothing_of_whole_ones() {
        Target fresh = Target.of(new LayerId(1), BOX, "");
        estimate.learn(request(fresh).workingAt(32), 4, Duration.ofSeconds(2), page);
        assertThat(estimate.of("m", new Wish.Whole(), OptionalInt.empty(), page))
                .isEmpty();
    }

    @Test
    void a_run_that_starts_from_layers_tells_nothing_of_whole_ones() {
        Target fresh = Target.of(new LayerId(1), BOX, "");
        learn(fresh.startingFrom(Raster.filled(8, 8, 0xFF112233), 0.5), 2, 2);
        assertThat(estimate.of("m", new Wish.Whole(), OptionalInt.empty(), page))
                .isEmpty();
        learn(fresh, 4, 8);
        learn(fresh.startingFrom(Raster.filled(8, 8, 0xFF112233), 0.5), 2, 4);
        assertThat(estimate.of("m", new Wish.Whole(), OptionalInt.empty(), page))
                .contains(Duration.ofSeconds(8));
    }
}
