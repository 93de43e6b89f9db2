package org.layerloom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    plain            | plain
                    a/b\\c:d         | a-b-c-d
                    ' .hidden. '     | hidden
                    con              | _con
                    LPT1.txt         | _LPT1.txt
                    console          | console
                    'two   blanks'   | two blanks
                    ''               | layer
                    ...              | layer
                    Größe 紅         | Größe 紅""")
    void every_system_takes_the_name(String name, String safe) {
        assertThat(FileNames.safe(name)).isEqualTo(safe);
    }

    @Test
    void a_long_name_is_cut_between_letters() {
        String safe = FileNames.safe("\ud83e\ude81".repeat(200));
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSize(180);
        assertThat(safe).isEqualTo("\ud83e\ude81".repeat(45));
    }

    @Test
    void no_two_are_the_same_where_the_case_of_letters_does_not_count() {
        FileNames names = new FileNames();
        assertThat(names.unique("Fox")).isEqualTo("Fox");
        assertThat(names.unique("fox")).isEqualTo("fox-2");
        assertThat(names.unique("fox-2")).isEqualTo("fox-2-2");
        assertThat(names.unique("FOX")).isEqualTo("FOX-3");
    }

    @Test
    void a_slug_is_plain_ascii() {
        assertThat(FileNames.slug("Roter Drache, größer!")).isEqualTo("roter-drache-gro-er");
        assertThat(FileNames.slug("紅")).isEqualTo("layer");
    }
}
