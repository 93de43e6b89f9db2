package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000L;

    private final TimeLeft timeLeft = new TimeLeft();

    @Test
    void saysNothingBeforeThreeSteps() {
        timeLeft.step(Progress.Stage.DENOISE, 0, 8, 0);
        timeLeft.step(Progress.Stage.DENOISE, 2, 8, 4 * SECOND);
        assertThat(timeLeft.left(4 * SECOND)).isEmpty();
    }

    @Test
    void extrapolatesFromTheStepsDone() {
        timeLeft.step(Progress.Stage.DENOISE, 0, 8, 0);
        timeLeft.step(Progress.Stage.DENOISE, 4, 8, 8 * SECOND);
        assertThat(timeLeft.left(8 * SECOND)).contains(Duration.ofSeconds(8));
    }

    @Test
    void startsAnewWithEachStage() {
        timeLeft.step(Progress.Stage.DENOISE, 0, 8, 0);
        timeLeft.step(Progress.Stage.DENOISE, 8, 8, 8 * SECOND);
        timeLeft.step(Progress.Stage.DECODE, 0, 9, 10 * SECOND);
        assertThat(timeLeft.left(10 * SECOND)).isEmpty();
        timeLeft.step(Progress.Stage.DECODE, 3, 9, 13 * SECOND);
        assertThat(timeLeft.left(13 * SECOND)).contains(Duration.ofSeconds(6));
    }

    @Test
    void aFinishedStageHasNothingLeft() {
        timeLeft.step(Progress.Stage.DENOISE, 0, 1, 0);
        timeLeft.step(Progress.Stage.DENOISE, 1, 1, SECOND);
        assertThat(timeLeft.left(SECOND)).contains(Duration.ZERO);
    }
}
