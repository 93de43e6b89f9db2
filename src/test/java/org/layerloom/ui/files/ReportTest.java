package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void sentences_that_differ_in_the_layers_name_alone_are_one_line() {
        Report report = new Report(
                "What could not be kept",
                List.of(
                        "the effects of layer “Fox” were left out",
                        "the profile is damaged",
                        "the effects of layer “Sky” were left out",
                        "the effects of layer “Sky” were left out"));
        assertThat(report.lines())
                .containsExactly(
                        new Report.Line("the effects of layer “Fox” were left out", List.of("Sky")),
                        new Report.Line("the profile is damaged", List.of()));
    }

    @Test
    void german_quotes_and_plain_ones_are_names_too() {
        assertThat(new Report("", List.of("die Ebene „A“ fehlt", "die Ebene „B“ fehlt")).lines())
                .hasSize(1);
        assertThat(new Report("", List.of("layer \"A\" is lost", "layer \"B\" is lost")).lines())
                .hasSize(1);
    }
}
