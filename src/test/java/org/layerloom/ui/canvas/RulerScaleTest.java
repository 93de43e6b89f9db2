package org.layerloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.ui.preferences.LengthUnit;

final class RulerScaleTest {
    @ParameterizedTest
    @CsvSource({
        "PIXELS, 300, 1, 100, 10, 0",
        "PIXELS, 300, 32, 5, 5, 0",
        "PIXELS, 300, 100, 1, 1, 0",
        "MILLIMETRES, 300, 1, 10, 10, 0",
        "MILLIMETRES, 300, 8, 1, 10, 0",
        "CENTIMETRES, 300, 2, 0.5, 10, 1",
        "INCHES, 300, 1, 0.5, 8, 1",
        "INCHES, 300, 0.5, 1, 8, 0",
        "INCHES, 300, 0.05, 10, 10, 0",
    })
    void labels_stand_at_least_80_px_apart_on_round_lengths(
            LengthUnit unit, int resolution, double zoom, double step, int parts, int decimals) {
        RulerScale scale = RulerScale.of(unit, resolution, zoom);
        assertThat(scale.step()).isEqualTo(step, within(1e-9));
        assertThat(scale.parts()).isEqualTo(parts);
        assertThat(scale.decimals()).isEqualTo(decimals);
        assertThat(step * unit.pixels(resolution) * zoom).isGreaterThanOrEqualTo(80);
    }

    @Test
    void an_inch_is_as_many_pixels_as_the_resolution_says() {
        RulerScale scale = RulerScale.of(LengthUnit.INCHES, 200, 0.5);
        assertThat(scale.at(3, 0)).isEqualTo(600);
        assertThat(scale.at(3, 4)).isEqualTo(700);
        assertThat(scale.before(-1)).isEqualTo(-1);
        assertThat(scale.label(-1)).isEqualTo("-1");
    }
}
