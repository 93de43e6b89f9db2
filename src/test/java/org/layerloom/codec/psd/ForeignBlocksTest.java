package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.Foreign.Block;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class ForeignBlocksTest {
    private static final Bytes DATA = Bytes.of(new byte[] {1, 2, 3, 4, 5});
    private static final Raster PIXELS = Pictures.random(9, 7, 1);

    private static Block block(String key) {
        return new Block(key, DATA, Optional.empty());
    }

    /// The file's bytes as hex digits.
    private static String file(Document document, PsdOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, options, WriteProgress.UNHEARD, out);
        return HexFormat.of().formatHex(out.toByteArray());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Document layer(Block... blocks) {
        return Document.blank(20, 20)
                .add(new PixelLayer(Samples.props(1, "layer", 3, 4).withForeign(new Foreign(List.of(blocks))), PIXELS));
    }

    private static Document file(Block... blocks) {
        return layer().withForeign(new Foreign(List.of(blocks)));
    }

    @Test
    void aBlockOfALayerGoesBackPaddedToFour() throws IOException {
        String block = hex("8BIMfxrp") + "00000008" + "0102030405" + "000000";
        assertThat(file(layer(block("psd/fxrp")), PsdOptions.PLAIN)).containsOnlyOnce(block);
    }

    @Test
    void aBlockThatIsThereTwiceOrWrittenAnywayIsThereOnce() throws IOException {
        Document document = layer(block("psd/fxrp"), block("psd/fxrp"), block("psd/luni"), block("ora/fxrp"));
        String file = file(document, PsdOptions.PLAIN);
        assertThat(file).containsOnlyOnce(hex("8BIMfxrp")).containsOnlyOnce(hex("8BIMluni"));
    }

    @Test
    void aHundredThousandResourcesGoBackInNoTime() throws IOException {
        Block[] blocks = IntStream.range(0, 100_000)
                .mapToObj(i -> block("psd/resource/2000/" + i))
                .toArray(Block[]::new);
        Document document = file(blocks);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> PsdWriter.write(
                        document, PsdOptions.PLAIN, WriteProgress.UNHEARD, OutputStream.nullOutputStream()));
    }

    @Test
    void aBlockThatDescribesPixelsGoesBackWhileTheyAreThere() throws IOException {
        Block text = new Block("psd/TySh", DATA, Optional.of(new Foreign.Pixels(PIXELS, 3, 4)));
        Document document = layer(text);
        assertThat(file(document, PsdOptions.PLAIN)).contains(hex("8BIMTySh"));
        assertThat(file(document.with(document.layers().getFirst().id(), l -> l.translate(1, 0)), PsdOptions.PLAIN))
                .doesNotContain(hex("8BIMTySh"));
    }

    @Test
    void aBlockOfAGroupGoesBackIntoItsRecord() throws IOException {
        Foreign foreign = new Foreign(List.of(block("psd/lnsr")));
        Document document = Document.blank(9, 9)
                .add(new GroupLayer(Samples.props(1, "g", 0, 0).withForeign(foreign), List.of(), true));
        assertThat(file(document, PsdOptions.PLAIN)).containsOnlyOnce(hex("8BIMlnsr"));
    }

    @Test
    void anImageResourceGoesBackWithItsName() throws IOException {
        String path = hex("8BIM") + "07d0" + "03" + hex("Pen") + "00000005" + "0102030405" + "00";
        Document document = file(block("psd/resource/2000/Pen"), block("psd/resource/1005"), block("psd/resource/x"));
        String file = file(document, PsdOptions.PLAIN);
        assertThat(file).containsOnlyOnce(path).containsOnlyOnce(hex("8BIM") + "03ed");
    }

    @Test
    void aResourceThatTellsOfThePicturesOriginIsLeftOutWithTheMetadata() throws IOException {
        String exif = hex("8BIM") + "0422" + "0000" + "00000005";
        Document document = file(block("psd/resource/1058"));
        assertThat(file(document, PsdOptions.PLAIN)).contains(exif);
        assertThat(file(document, PsdOptions.PLAIN.withMetadata(false))).doesNotContain(exif);
    }

    @Test
    void embeddedFilesGoBackWithTheLayersThatShowThem() throws IOException {
        Block files = block("psd/global/lnk2");
        Block other = block("psd/global/Patt");
        assertThat(file(file(files, other), PsdOptions.PLAIN))
                .doesNotContain(hex("lnk2"))
                .containsOnlyOnce(hex("8BIMPatt") + "00000008" + "0102030405" + "000000");
        Document placed = layer(block("psd/SoLd")).withForeign(new Foreign(List.of(files)));
        assertThat(file(placed, PsdOptions.PLAIN)).contains(hex("8BIMlnk2") + "00000008" + "0102030405");
        assertThat(file(placed, PsdOptions.PLAIN.withLarge(true)))
                .contains(hex("8B64lnk2") + "0000000000000008" + "0102030405" + "000000");
    }
}
