package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.layerloom.codec.project.ProjectFiles.project;
import static org.layerloom.codec.project.ProjectFiles.read;
import static org.layerloom.codec.project.ProjectFiles.unzip;
import static org.layerloom.codec.project.ProjectFiles.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Samples;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class ProjectTest {
    /// The sample with one text of its document.json replaced.
    private static byte[] edited(String from, String to) throws IOException {
        Map<String, byte[]> entries = unzip(project(Samples.design()));
        String json = new String(entries.get("document.json"), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        entries.put("document.json", json.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    @Test
    void aDocumentComesBackEqual() throws IOException {
        for (Document document : new Document[] {Samples.design(), Samples.modes(), Document.blank(3, 4)}) {
            Opened opened = read(project(document));
            assertThat(opened.document()).isEqualTo(document);
            assertThat(opened.notes()).isEmpty();
        }
    }

    @Test
    void idsAreNotUsedAgainAfterOpening() throws IOException {
        Document document = Samples.design().without(new LayerId(8));
        assertThat(read(project(document)).document().newId()).isEqualTo(document.newId());
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(project(Samples.design())).isEqualTo(project(Samples.design()));
    }

    @Test
    void thePartsCanBeReadByHand() throws IOException {
        Map<String, byte[]> entries = unzip(project(Samples.design()));
        assertThat(entries.keySet())
                .containsExactly(
                        "document.json",
                        "layers/1.png",
                        "layers/2.png",
                        "layers/3.png",
                        "layers/5.png",
                        "layers/7.png",
                        "merged.png");
        assertThat(new String(entries.get("document.json"), StandardCharsets.UTF_8))
                .contains("\"prompt\" : \"a red kite \u7d05 & <clouds>\"");
    }

    @Test
    void anArchivePackedAnewInAnotherOrderWithMoreInItOpens() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("notes.txt", new byte[10]);
        unzip(project(Samples.design())).entrySet().stream()
                .sorted(Map.Entry.<String, byte[]>comparingByKey().reversed())
                .forEach(e -> entries.put(e.getKey(), e.getValue()));
        assertThat(read(zip(entries)).document()).isEqualTo(Samples.design());
    }

    @Test
    void unknownFieldsArePassedOver() throws IOException {
        assertThat(read(edited("\"regions\"", "\"mood\": {\"a\": [1]}, \"regions\""))
                        .document())
                .isEqualTo(Samples.design());
    }

    @Test
    void aDamagedPictureBecomesStripesAndTheRestOpens() throws IOException {
        Map<String, byte[]> entries = unzip(project(Samples.design()));
        entries.get("layers/2.png")[60] ^= 1;
        entries.remove("layers/3.png");
        Opened opened = read(zip(entries));
        assertThat(opened.notes()).hasSize(2);
        assertThat(opened.notes().get(0)).contains("Kite").contains("stripes stand for it");
        PixelLayer stripes = (PixelLayer) opened.document().layers().get(1);
        assertThat(stripes.bounds()).isEqualTo(Samples.design().layers().get(1).bounds());
        assertThat(stripes.raster().argb(0, 0)).isEqualTo(0xc0e0109c);
        assertThat(opened.document().layers().get(3))
                .isEqualTo(Samples.design().layers().get(3));
    }

    @Test
    void aDamagedEntryOfTheArchiveHarmsNoOther() throws IOException {
        byte[] project = project(Samples.design());
        int inFirstPicture = new String(project, StandardCharsets.ISO_8859_1).indexOf("layers/1.png") + 100;
        project[inFirstPicture] ^= 1;
        Opened opened = read(project);
        assertThat(opened.notes()).hasSize(1);
        assertThat(opened.document().layers().get(1))
                .isEqualTo(Samples.design().layers().get(1));
    }

    @Test
    void aProjectOfALaterVersionSaysSo() {
        assertThatIOException()
                .isThrownBy(() -> read(edited("\"version\" : 2", "\"version\" : 3")))
                .withMessage(
                        "the project was saved by a later version of the program (format 3): this one reads format 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"opacity\" : 200', '\"opacity\" : 256', 'layers[1].opacity is 256, not within 0 to 255'",
        "'\"width\" : 90', '\"width\" : 300001', 'width is 300001, not within 1 to 300000'",
        "'\"width\" : 90', '\"width\" : \"90\"', 'width is no whole number'",
        "'\"id\" : 2', '\"id\" : 1', 'layers[1].id is 1, which another layer has too'",
        "'\"visible\" : true', '\"visible\" : 1', 'layers[0].visible is neither true nor false'",
        "'\"name\" : \"glow\"', '\"name\" : null', 'layers[3].layers[1].name is no text'",
        "'\"blendMode\" : \"normal\"', '\"blendMode\" : \"passThrough\"', 'layers[0].blendMode is passThrough'",
        "'\"x\" : -8', '\"x\" : -2000000000', 'regions[0].x is -2000000000'"
    })
    void aWrongFieldIsNamed(String from, String to, String message) {
        assertThatIOException().isThrownBy(() -> read(edited(from, to))).withMessageContaining(message);
    }

    @Test
    void brokenJsonIsSaidWithItsLine() {
        assertThatIOException()
                .isThrownBy(() -> read(edited("\"regions\"", "\"regions")))
                .withMessageContaining("cannot be understood at line");
    }

    @Test
    void anUnknownBlendModeIsReadAsNormalAndSaid() throws IOException {
        Opened opened = read(edited("multiply", "sparkle"));
        assertThat(opened.notes()).singleElement().asString().contains("sparkle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.png", "/etc/evil", "layers/../../x", "..\\evil", "C:evil"})
    void namesThatLeadOutOfTheArchiveAreRefused(String name) throws IOException {
        Map<String, byte[]> entries = unzip(project(Document.blank(2, 2)));
        entries.put(name, new byte[3]);
        byte[] project = zip(entries);
        assertThatIOException().isThrownBy(() -> read(project)).withMessageContaining("unsafe name");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
        Map<String, byte[]> entries = unzip(project(Document.blank(2, 2)));
        entries.put("layers/9.png", new byte[40 << 20]);
        byte[] project = zip(entries);
        assertThat(project.length).isLessThan(100_000);
        assertThatIOException().isThrownBy(() -> read(project)).withMessageContaining("it is a trap or damaged");
    }

    @Test
    void aListThatWouldFillTheMemoryIsRefused() throws IOException {
        Map<String, byte[]> entries = unzip(project(Samples.design()));
        String json = new String(entries.get("document.json"), StandardCharsets.UTF_8);
        String many = "{\"more\" : [" + "{},".repeat(2_000_000) + "{}],";
        entries.put("document.json", json.replaceFirst("\\{", many).getBytes(StandardCharsets.UTF_8));
        byte[] file = zip(entries);
        assertThatIOException().isThrownBy(() -> read(file)).withMessageContaining("too large to be read");
    }

    @Test
    void groupsThatNestWithoutEndAreRefused() throws IOException {
        String group = "{\"id\":%d,\"name\":\"g\",\"x\":0,\"y\":0,\"width\":0,\"height\":0,\"opacity\":255,"
                + "\"blendMode\":\"normal\",\"visible\":true,\"tag\":0,\"open\":true,\"layers\":[";
        StringBuilder json = new StringBuilder(
                "{\"format\":\"layerloom\",\"version\":1,\"width\":9,\"height\":9,\"prompt\":\"\",\"nextId\":1,\"regions\":[],\"layers\":[");
        for (int i = 1; i <= 300; i++) {
            json.append(group.formatted(i));
        }
        json.append("]}".repeat(300)).append("]}");
        byte[] project = zip(Map.of("document.json", json.toString().getBytes(StandardCharsets.UTF_8)));
        assertThatIOException().isThrownBy(() -> read(project)).withMessageContaining("nested more than 100 deep");
    }

    @Test
    void aFileCutAnywhereIsAnErrorInOneSentence() throws IOException {
        byte[] whole = project(Samples.design());
        for (int length = 0; length < whole.length; length += 211) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().isThrownBy(() -> read(cut)).withMessageContaining("its end is missing");
        }
    }

    @Test
    void damagedBytesNeverEndInAnythingButAnIOException() throws IOException {
        byte[] whole = project(Samples.design());
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 6; k++) {
                int at = k < 3 ? damaged.length - 1 - random.nextInt(700) : random.nextInt(damaged.length);
                damaged[at] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged).document()).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    @Test
    void aLostPictureOfAnImpossibleSizeIsReadAsEmpty() throws IOException {
        Document document =
                Document.blank(5, 5).add(new PixelLayer(Samples.props(1, "x", 0, 0), Raster.filled(5, 5, -1)));
        Map<String, byte[]> entries = unzip(project(document));
        String json = new String(entries.get("document.json"), StandardCharsets.UTF_8);
        int layers = json.indexOf("layers");
        entries.put(
                "document.json",
                (json.substring(0, layers)
                                + json.substring(layers).replaceAll("(width|height)\" : 5", "$1\" : 16000000"))
                        .getBytes(StandardCharsets.UTF_8));
        entries.remove("layers/1.png");
        PixelLayer layer = (PixelLayer) read(zip(entries)).document().layers().getFirst();
        assertThat(layer.raster().isEmpty()).isTrue();
    }
}
