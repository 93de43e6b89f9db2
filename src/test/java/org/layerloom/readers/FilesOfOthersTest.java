package org.layerloom.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;

/// PSD files that psd-tools, ag-psd and GIMP write in this run are read here as psd-tools reads them, and look as their
/// own flattened pictures do.
@Tag("readers")
class FilesOfOthersTest {
    /// Files that look otherwise in the program that wrote them, with the difference in steps of 255: GIMP's newer
    /// modes blend in linear light, which a PSD file does not tell.
    private static final Map<String, Double> OTHERWISE = Map.of("gimp_linear.psd", 30.0);

    private static List<Path> files;

    @BeforeAll
    static void haveThemWrite() throws IOException {
        Path theirs = OurFiles.emptied("theirs");
        Programs programs = new Programs(Path.of("target", "readers", "scratch"));
        programs.python("write_psd_tools.py", theirs, List.of());
        programs.node("write_ag_psd.js", theirs, List.of());
        programs.gimp("write_gimp.scm", List.of("(write-files \"" + theirs + "\")"));
        try (Stream<Path> written = Files.list(theirs)) {
            files = new ArrayList<>(written.filter(file -> file.toString().matches(".*\\.ps[db]"))
                    .sorted()
                    .toList());
        }
        assertThat(files).hasSizeGreaterThan(20);
        programs.python("read_psd_tools.py", theirs, files);
    }

    private static Document read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return AnyFile.read(in).document();
        }
    }

    @TestFactory
    Stream<DynamicTest> theirLayersAreAsPsdToolsTellsThem() {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonNode told = new ObjectMapper()
                            .readTree(Path.of(file + ".psd-tools.json").toFile());
                    assertThat(Told.differing(read(file), false, told)).isEmpty();
                }));
    }

    /// ag-psd gives its files no flattened picture where there is no canvas: psd-tools' stands for it.
    @TestFactory
    Stream<DynamicTest> theirLayersLookAsTheFlattenedPictureDoes() {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String name = file.getFileName().toString();
                    boolean bare = name.startsWith("ag-psd");
                    Document document = read(file);
                    Path picture = Path.of(file + ".psd-tools." + (bare ? "drawn" : "merged") + ".rgba");
                    Raster expected = OurFiles.rgba(Files.readAllBytes(picture), document);
                    assertThat(Pictures.premultipliedDifference(expected, Compositor.flatten(document)))
                            .isLessThanOrEqualTo(OTHERWISE.getOrDefault(name, ReaderTable.SAME));
                }));
    }
}
