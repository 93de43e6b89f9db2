package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way a run goes, in gigabytes: 24 of weights, of which 2 must lie where they are computed with, and 3 of work.
class VerdictTest {
    private static final long GIGABYTE = 1_000_000_000;
    private static final MemoryNeed NEED = new MemoryNeed(24 * GIGABYTE, 2 * GIGABYTE, 3 * GIGABYTE);

    @ParameterizedTest
    @CsvSource({
        "80, 64, WHOLE, 27, 80",
        "27, 4, WHOLE, 27, 27",
        "26, 64, BLOCKS, 27, 26",
        "5, 64, BLOCKS, 27, 5",
        "4, 64, TOO_LARGE, 5, 4",
        ", 64, WHOLE, 27, 64",
        ", 26, FROM_DISK, 27, 26",
        ", 5, FROM_DISK, 27, 5",
        ", 4, TOO_LARGE, 5, 4"
    })
    void theWayFollowsFromWhatIsNeededAndWhatIsFree(Long card, long host, Verdict.Way way, long needed, long there) {
        OptionalLong free = card == null ? OptionalLong.empty() : OptionalLong.of(card * GIGABYTE);
        assertThat(Verdict.of(NEED, free, host * GIGABYTE))
                .isEqualTo(new Verdict(way, needed * GIGABYTE, there * GIGABYTE, card != null));
    }

    @Test
    void ofARunThatFitsOnASmallerCanvasTheSentenceNamesItsSide() {
        Verdict verdict = Verdict.of(NEED, OptionalLong.empty(), 4 * GIGABYTE).fittingAt(OptionalInt.of(1216));
        assertThat(verdict.sentence())
                .isEqualTo("This picture needs about 5.0 GB. 4.0 GB is free. Made at 1216 px on the longer side and"
                        + " scaled to the page, it would fit.");
    }

    @Test
    void theSentenceNamesNeedAndRoomAndWhatFollows() {
        assertThat(Verdict.of(NEED, OptionalLong.of(12 * GIGABYTE), 0).sentence())
                .isEqualTo(
                        "This picture needs about 27.0 GB. 12.0 GB is free on the graphics card. The model is brought"
                                + " there block by block, which takes longer.");
        assertThat(Verdict.of(NEED, OptionalLong.empty(), 4 * GIGABYTE).sentence())
                .isEqualTo(
                        "This picture needs about 5.0 GB. 4.0 GB is free. A smaller page, fewer boxes or int8 weights"
                                + " need less.");
    }
}
