package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
    @ParameterizedTest
    @CsvSource({"432,432", "1024/4,256", "(80 + 20) * 2,200", "10-3-2,5", "-5,-5", "2*-3,-6", "1.5*2,3", "'1,5*2',3"})
    void aSumHasItsValue(String text, double value) {
        assertThat(Arithmetic.value(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "px", "1/0", "2+", "(3", "3)", "1 2px", "1..2", "*4"})
    void whatIsNoSumHasNone(String text) {
        assertThat(Arithmetic.value(text)).isEmpty();
    }
}
