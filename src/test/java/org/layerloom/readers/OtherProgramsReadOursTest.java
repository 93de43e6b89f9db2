package org.layerloom.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Raster;

/// What psd-tools, ag-psd, ImageMagick, Pillow, GIMP and Krita see in our files. Where one falls short of a feature,
/// the
/// table in docs/formats.md says so, and it is held to that.
@Tag("readers")
class OtherProgramsReadOursTest {
    private static final Path DOCUMENT = Path.of("docs", "formats.md");
    private static final double ROUNDING = 1.1;
    private static OurFiles files;

    @BeforeAll
    static void haveThemRead() throws IOException {
        files = OurFiles.read();
    }

    @Test
    void theTablesOfTheDocumentationAreWhatWasMeasured() throws IOException {
        List<String> measured = new ReaderTable(files).lines();
        Path kept = Files.write(Path.of("target", "readers", "tables.md"), measured);
        assertThat(Files.readAllLines(DOCUMENT))
                .as("the tables of %s, measured in %s", DOCUMENT, kept)
                .containsSequence(measured);
    }

    @TestFactory
    Stream<DynamicTest> psdToolsAndAgPsdTellEveryLayerOfEveryDesign() {
        return files.designs().keySet().stream()
                .flatMap(file -> Stream.of("psd-tools", "ag-psd")
                        .map(program -> DynamicTest.dynamicTest(program + " " + file, () -> {
                            JsonNode tree = files.tree(file, program).orElseThrow();
                            assertThat(Told.differing(files.designs().get(file), true, tree))
                                    .isEmpty();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> theFlattenedPictureIsTheSameInEveryDesign() {
        return files.designs().keySet().stream()
                .flatMap(file -> Stream.of("psd-tools", "ag-psd", "ImageMagick")
                        .map(program -> DynamicTest.dynamicTest(program + " " + file, () -> {
                            Raster expected = Compositor.flatten(files.designs().get(file));
                            Raster picture = files.picture(
                                            file,
                                            program,
                                            "merged",
                                            files.designs().get(file))
                                    .orElseThrow();
                            assertThat(Pictures.premultipliedDifference(expected, picture))
                                    .isLessThan(ROUNDING);
                        })));
    }
}
