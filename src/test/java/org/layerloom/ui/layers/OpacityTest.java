package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OpacityTest {
    @Test
    void percentAndOpacityAgreeBothWays() {
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(Opacity.percent(Opacity.ofPercent(percent))).isEqualTo(percent);
        }
    }
}
