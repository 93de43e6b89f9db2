package org.layerloom.words;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.Settings;

/// What reaches the window from below it is in the language of the program.
final class GermanSentencesTest {
    private Locale before;

    @BeforeEach
    void speakGerman() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void a_file_that_is_none_of_the_known_ones_is_refused_in_german() {
        assertThatThrownBy(() -> AnyFile.read(stream("nothing")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "das ist weder ein Projekt (.loom) noch eine PSD- oder OpenRaster-Datei noch ein Bild einer bekannten Art");
    }

    @Test
    void a_damaged_psd_file_is_refused_in_german() {
        assertThatThrownBy(() -> AnyFile.read(stream("8BPS\0\1")))
                .isInstanceOf(IOException.class)
                .hasMessage("die PSD-Datei endet zu früh");
    }

    @Test
    void a_layout_names_its_wrong_field_in_german_and_counts_without_grouping() {
        assertThatThrownBy(() -> LayoutReader.read(stream("{\"width\": 5000000, \"height\": 1}"), 50))
                .hasMessage("width ist 5000000: erlaubt ist -1000000 bis 1000000 px");
    }

    @Test
    void a_request_without_a_prompt_is_refused_in_german() {
        assertThatThrownBy(() -> GenerateRequest.of(Document.blank(8, 8), "any", Settings.seeded(1)))
                .hasMessage("die Beschreibung ist leer: sagen Sie, was das Bild zeigt");
    }

    @Test
    void a_missing_model_is_told_in_german(@TempDir Path folder) {
        assertThatThrownBy(() -> new ModelCatalog(List.of(), List.of(folder)).standard())
                .hasMessageEndingWith("wurde kein Modell gefunden: das Programm ist unvollständig");
    }

    @Test
    void a_file_that_cannot_be_written_says_so_in_german(@TempDir Path folder) {
        assertThatThrownBy(() -> AtomicFiles.write(folder, out -> {}))
                .hasMessageEndingWith("lässt sich nicht schreiben: einen Ordner dieses Namens gibt es schon");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
