package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedPromptTest {
    /// Parts are written `text*weight`, sections divided by `#`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a red fox|a red fox*1.000",
                "a (red) fox|a *1.000 & red*1.100 &  fox*1.000",
                "a ((red)) fox|a *1.000 & red*1.210 &  fox*1.000",
                "a [red] fox|a *1.000 & red*0.909 &  fox*1.000",
                "(red:1.5) fox|red*1.500 &  fox*1.000",
                "(red: 0.5 )|red*0.500",
                "(red:-1)|red*-1.000",
                "(red:.5)|red*0.500",
                "((red:1.5) fox)|red*1.650 &  fox*1.100",
                "([red]) fox|red fox*1.000",
                "a (b:1.0) c|a b c*1.000",
                "\\(red\\) [\\]]|(red) *1.000 & ]*0.909",
                "back\\\\slash c:\\d|back\\slash c:\\d*1.000",
                "(open |open *1.100",
                "[open ((a|open *0.909 & a*1.100",
                "closed) ] too|closed) ] too*1.000",
                "time 12:30)|time 12:30)*1.000",
                "(red:x)|red:x*1.100",
                "a BREAK b|a*1.000#b*1.000",
                "a BREAKFAST b|a BREAKFAST b*1.000",
                "(a BREAK b:1.2) c|a*1.200#b*1.200 &  c*1.000",
                "BREAK a|#a*1.000",
                "()|",
            })
    void aPromptIsReadAs(String prompt, String parts) {
        assertThat(written(WeightedPrompt.parse(prompt))).isEqualTo(parts == null ? "" : parts);
    }

    @Test
    void anEmptyPromptIsOneEmptySection() {
        assertThat(WeightedPrompt.parse("").sections()).containsExactly(List.of());
    }

    private static String written(WeightedPrompt prompt) {
        return prompt.sections().stream()
                .map(section -> section.stream()
                        .map(part -> part.text() + "*" + String.format(Locale.ROOT, "%.3f", part.weight()))
                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining("#"));
    }
}
