package org.layerloom.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.layout.LayoutReader;

/// What damaged files call their parts does not reach a person as it is.
class ShownTest {
    @Test
    void whatCannotBePrintedIsAQuestionMark() {
        assertThat(Shown.of("a\u0000b\nc\u001b[1md \u7d05")).isEqualTo("a?b?c?[1md \u7d05");
    }

    @Test
    void longNamesAreCut() {
        assertThat(Shown.of("x".repeat(70_000))).hasSize(103).endsWith("x...");
    }

    @Test
    void anUnknownFieldOfALayoutIsNamedInPrint() {
        byte[] layout = "{\"pr\\u0001mpt\": \"a kite\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LayoutReader.read(new ByteArrayInputStream(layout), 20))
                .hasMessageStartingWith("pr?mpt is not a field of a layout");
    }
}
