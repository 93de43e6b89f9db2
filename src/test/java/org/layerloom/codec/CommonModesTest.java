package org.layerloom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;

class CommonModesTest {
    @Test
    void sixteen_modes_have_names_of_their_own_in_both_formats() {
        List<BlendMode> common = Arrays.stream(BlendMode.values())
                .filter(mode -> mode != BlendMode.PASS_THROUGH && CommonModes.has(mode))
                .toList();
        assertThat(common).hasSize(16);
        assertThat(common.stream().map(CommonModes::css).distinct()).hasSize(16).contains("normal", "soft-light");
        assertThat(common.stream().map(CommonModes::pdf).distinct()).hasSize(16).contains("Normal", "SoftLight");
    }

    @Test
    void the_others_are_written_as_the_one_that_looks_most_like_them() {
        assertThat(CommonModes.has(BlendMode.LINEAR_BURN)).isFalse();
        assertThat(CommonModes.css(BlendMode.LINEAR_BURN)).isEqualTo("multiply");
        assertThat(CommonModes.pdf(BlendMode.VIVID_LIGHT)).isEqualTo("HardLight");
        assertThat(CommonModes.css(BlendMode.PASS_THROUGH)).isEqualTo("normal");
    }
}
