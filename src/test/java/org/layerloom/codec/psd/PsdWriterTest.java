package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What is written, looked at by an independent reader (TwelveMonkeys).
class PsdWriterTest {
    private static byte[] psd(Document document) throws IOException {
        return psd(document, PsdOptions.PLAIN);
    }

    private static byte[] psd(Document document, PsdOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, options, WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }

    private static ImageReader reader(byte[] psd) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("psd").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(psd)));
        return reader;
    }

    private static List<Element> records(ImageReader reader) throws IOException {
        Element root = (Element)
                reader.getImageMetadata(0).getAsTree(reader.getImageMetadata(0).getNativeMetadataFormatName());
        NodeList found = root.getElementsByTagName("LayerInfo");
        List<Element> records = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            records.add((Element) found.item(i));
        }
        return records;
    }

    private static Raster raster(BufferedImage image) {
        int[] argb = new int[image.getWidth() * image.getHeight()];
        int bands = image.getRaster().getNumBands();
        int[] pixel = new int[bands];
        for (int i = 0; i < argb.length; i++) {
            image.getRaster().getPixel(i % image.getWidth(), i / image.getWidth(), pixel);
            argb[i] = (bands > 3 ? pixel[3] : 255) << 24 | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
        }
        return Raster.of(image.getWidth(), image.getHeight(), argb);
    }

    @Test
    void anotherReaderSeesNamesPlacesModesOpacityAndVisibility() throws IOException {
        List<String> seen = new ArrayList<>();
        for (Element e : records(reader(psd(Samples.design())))) {
            seen.add(String.join(
                    "|",
                    e.getAttribute("name"),
                    e.getAttribute("left"),
                    e.getAttribute("top"),
                    e.getAttribute("right"),
                    e.getAttribute("bottom"),
                    e.getAttribute("blendMode"),
                    e.getAttribute("opacity"),
                    e.getAttribute("visible")));
        }
        assertThat(seen)
                .containsExactly(
                        "Background|0|0|90|60|norm|255|true",
                        "Kite \ud83e\ude81|-8|5|32|35|norm|200|true",
                        "Kite \ud83e\ude81|70|50|110|80|norm|255|false",
                        "</Layer group>|0|0|0|0|norm|255|true",
                        "</Layer group>|0|0|0|0|norm|255|true",
                        "a/b\\c: <\"name\">|10|10|30|30|mul |255|true",
                        "|0|0|0|0|norm|255|true",
                        "inner|0|0|0|0|scrn|128|true",
                        "glow|30|20|63|41|over|255|true",
                        "outer|0|0|0|0|norm|255|true");
    }

    @Test
    void anotherReaderSeesTheStraightPixelsOfEachLayer() throws IOException {
        ImageReader reader = reader(psd(Samples.design()));
        Raster kite = ((PixelLayer) Samples.design().layers().get(1)).raster();
        assertThat(raster(reader.read(2))).isEqualTo(kite);
    }

    @Test
    void anotherReaderSeesTheCompositorsPictureOfAnOpaqueDocument() throws IOException {
        Document design = Samples.design();
        assertThat(raster(reader(psd(design)).read(0))).isEqualTo(Compositor.flatten(design));
    }

    @Test
    void theMergedPictureOfASoftDocumentIsMattedOnWhite() throws IOException {
        Document soft = Samples.modes();
        Raster flat = Compositor.flatten(soft);
        byte[] psd = psd(soft);
        List<PackedPlane> planes = MergedPicture.planes(flat, true, new PackingProgress(1, WriteProgress.UNHEARD));
        assertThat(ByteBuffer.wrap(psd).getShort(12)).as("channels").isEqualTo((short) 4);
        assertThat(planes).hasSize(4);
        int[] back = new int[flat.width() * flat.height()];
        for (int i = 0; i < back.length; i++) {
            int pixel = MergedPicture.onWhite(flat.argb(i % flat.width(), i / flat.width()));
            int least = 255 - (pixel >>> 24);
            assertThat(Math.min(pixel >> 16 & 0xff, Math.min(pixel >> 8 & 0xff, pixel & 0xff)))
                    .isGreaterThanOrEqualTo(least);
            back[i] = MergedPicture.fromWhite(pixel);
        }
        assertThat(Pictures.premultipliedDifference(Raster.of(flat.width(), flat.height(), back), flat))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theLayerCountIsNegativeExactlyWhereTheMergedPictureHasItsAlpha() throws IOException {
        assertThat(layerCount(psd(Samples.design()))).isEqualTo(10);
        assertThat(layerCount(psd(Samples.design().without(new LayerId(1))))).isEqualTo(-9);
    }

    private static int layerCount(byte[] psd) {
        ByteBuffer buffer = ByteBuffer.wrap(psd);
        int resources = 26 + 4 + buffer.getInt(26);
        int section = resources + 4 + buffer.getInt(resources);
        assertThat(buffer.getInt(section + 4) % 4)
                .as("padding of the layer info")
                .isZero();
        return buffer.getShort(section + 8);
    }

    @Test
    void promptSeedAndModelStandInTheXmpOfPictureAndLayers() throws IOException {
        String file = new String(psd(Samples.design()), StandardCharsets.UTF_8);
        String prompt = "<layerloom:prompt>a red kite \u7d05 &amp; &lt;clouds&gt;</layerloom:prompt>";
        assertThat(file.split(prompt, -1))
                .as("once for the picture and once for each of two layers")
                .hasSize(4);
        assertThat(file).contains("<layerloom:seed>-7</layerloom:seed>");
        assertThat(file).contains("<layerloom:model>layerloom-2@3f2a9c01</layerloom:model>");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(psd(Samples.design())).isEqualTo(psd(Samples.design()));
    }

    @Test
    void aLayerWithALongerSideThanAPsdFileHoldsIsRefusedThereAndWrittenAsPsb() throws IOException {
        assertThat(ByteBuffer.wrap(psd(banner(30_000))).getShort(4)).isEqualTo((short) 1);
        assertThatIOException()
                .isThrownBy(() -> psd(banner(30_001)))
                .withMessage("the document is too large for a PSD file: export it as PSB");
        byte[] psb = psd(banner(30_001), PsdOptions.PLAIN.withLarge(true));
        assertThat(ByteBuffer.wrap(psb).getShort(4)).isEqualTo((short) 2);
    }

    @Test
    void aPageWithALongerSideThanTheFormatHoldsIsRefusedBeforeAnythingIsPacked() {
        WriteProgress unexpected = share -> {
            throw new AssertionError("packed");
        };
        assertThatIOException()
                .isThrownBy(() -> PsdWriter.write(
                        Document.blank(30_001, 2), PsdOptions.PLAIN, unexpected, OutputStream.nullOutputStream()))
                .withMessage("the document is too large for a PSD file: export it as PSB");
    }

    @Test
    void aLayerWithALongerSideThanAPsbFileHoldsIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> psd(banner(300_001), PsdOptions.PLAIN.withLarge(true)))
                .withMessage("the document has a side of 300001 px: a PSB file holds at most 300000");
    }

    private static Document banner(int width) {
        return Document.blank(10, 10)
                .add(new PixelLayer(Samples.props(1, "banner", 0, 0), Raster.filled(width, 1, -1)));
    }

    @Test
    void withoutMetadataNothingTellsPromptSeedOrModel() throws IOException {
        String file = new String(psd(Samples.design(), PsdOptions.PLAIN.withMetadata(false)), StandardCharsets.UTF_8);
        assertThat(file).doesNotContain("kite \u7d05", "-7", "layerloom-2", "xmpmeta");
    }

    @Test
    void resolutionAndColourProfileOfThePaperAreResources() throws IOException {
        Bytes profile = Bytes.of(new byte[] {1, 2, 3});
        Document document = Samples.design().withPaper(new Paper(299.5, Optional.of(profile)));
        ByteBuffer resolution = resource(psd(document), 1005);
        assertThat(resolution.getInt(0)).isEqualTo(299 * 65_536 + 32_768);
        assertThat(resolution.getInt(8)).isEqualTo(299 * 65_536 + 32_768);
        ByteBuffer icc = resource(psd(document), 1039);
        assertThat(icc).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    /// The data of an image resource.
    private static ByteBuffer resource(byte[] psd, int id) {
        ByteBuffer buffer = ByteBuffer.wrap(psd);
        int at = 34;
        int end = at + buffer.getInt(30);
        while (at < end) {
            int size = buffer.getInt(at + 8);
            if (buffer.getShort(at + 4) == id) {
                return buffer.slice(at + 12, size);
            }
            at += 12 + size + size % 2;
        }
        throw new AssertionError("no resource " + id);
    }

    @Test
    void aWriteTellsHowFarItIsToTheEndAndCanBeStopped() throws IOException {
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        PsdWriter.write(Samples.design(), PsdOptions.PLAIN, shares::add, OutputStream.nullOutputStream());
        assertThat(shares).allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.getLast()).isGreaterThan(0.85);
        WriteProgress stop = share -> {
            throw new CancellationException();
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () -> PsdWriter.write(Samples.design(), PsdOptions.PLAIN, stop, new ByteArrayOutputStream()));
    }

    @Test
    void theSizeOfAFileIsKnownBeforeItIsWritten() throws IOException {
        PackedDocument packed = PackedDocument.of(Samples.design(), PsdOptions.PLAIN, WriteProgress.UNHEARD);
        assertThat(PsdFile.of(packed, PsdVersion.PSD).size()).isEqualTo(psd(Samples.design()).length);
        assertThat(PsdFile.of(packed, PsdVersion.PSB).size())
                .isEqualTo(psd(Samples.design(), PsdOptions.PLAIN.withLarge(true)).length);
    }
}
