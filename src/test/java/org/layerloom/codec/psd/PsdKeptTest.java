package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// What of other programs' files stays for the next one: read back from files that hold it.
class PsdKeptTest {
    private static final Bytes DATA = Bytes.of(new byte[] {1, 2, 3, 4});
    private static final Raster PIXELS = Raster.filled(5, 4, 0xff336699);

    private static Opened reopened(Document document, PsdOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, options, WriteProgress.UNHEARD, out);
        return PsdReader.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Document layer(String... keys) {
        List<Foreign.Block> blocks = List.of(keys).stream()
                .map(key -> new Foreign.Block(key, DATA, Optional.empty()))
                .toList();
        LayerProps props = LayerProps.named(new LayerId(1), "one").withPosition(3, 2);
        return Document.blank(20, 10).add(new PixelLayer(props.withForeign(new Foreign(blocks)), PIXELS));
    }

    private static Document file(String... keys) {
        return layer("psd/SoLd")
                .withForeign(new Foreign(List.of(keys).stream()
                        .map(key -> new Foreign.Block(key, DATA, Optional.empty()))
                        .toList()));
    }

    private static List<String> keys(Foreign foreign) {
        return foreign.blocks().stream().map(Foreign.Block::key).toList();
    }

    @Test
    void textAndEmbeddedPicturesHoldAsLongAsTheirPixelsDo() throws IOException {
        Opened opened = reopened(layer("psd/TySh", "psd/SoLd"), PsdOptions.PLAIN);
        Layer read = opened.document().layers().getFirst();
        assertThat(opened.notes())
                .containsExactly(
                        "layer \"one\": the text is shown as pixels; it stays text in PSD files as long as these are"
                                + " not changed",
                        "layer \"one\": the embedded picture is shown as pixels; it stays in PSD files as long as"
                                + " these are not changed");
        assertThat(read.props().foreign().blocks())
                .allMatch(block -> block.pixels().equals(Optional.of(new Foreign.Pixels(PIXELS, 3, 2))))
                .allMatch(block -> block.data().equals(DATA));
        Document moved = opened.document().with(read.id(), layer -> layer.translate(1, 0));
        assertThat(reopened(moved, PsdOptions.PLAIN)
                        .document()
                        .layers()
                        .getFirst()
                        .props()
                        .foreign()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatChangesNoLookIsKeptAndWhatDoesIsLeftOut() throws IOException {
        Opened opened = reopened(layer("psd/lnsr", "psd/fxrp", "psd/lfx2", "psd/abcd"), PsdOptions.PLAIN);
        assertThat(keys(opened.document().layers().getFirst().props().foreign()))
                .containsExactly("psd/lnsr", "psd/fxrp");
        assertThat(opened.notes())
                .containsExactly(
                        "layer \"one\": the effects were left out",
                        "layer \"one\": the block “abcd” of another program was left out");
    }

    @Test
    void resourcesAndEmbeddedFilesAreKeptInBothVersions() throws IOException {
        Document document = file("psd/resource/1034", "psd/resource/2000/Pen", "psd/resource/1026", "psd/global/lnk2");
        for (PsdOptions options : List.of(PsdOptions.PLAIN, PsdOptions.PLAIN.withLarge(true))) {
            assertThat(keys(reopened(document, options).document().foreign()))
                    .containsExactly("psd/resource/1034", "psd/resource/2000/Pen", "psd/global/lnk2");
        }
    }

    @Test
    void aDamagedBlockIsToldOfAndKeepsNobodyFromTheLayer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(layer("psd/fxrp"), PsdOptions.PLAIN, WriteProgress.UNHEARD, out);
        // The kept block becomes the layer's name, which states more letters than there are.
        byte[] damaged = out.toString(StandardCharsets.ISO_8859_1)
                .replace("8BIMfxrp", "8BIMluni")
                .getBytes(StandardCharsets.ISO_8859_1);
        Opened opened = PsdReader.read(new ByteArrayInputStream(damaged));
        assertThat(opened.notes()).containsExactly("layer \"one\": the block “luni” is damaged and was left out");
        assertThat(((PixelLayer) opened.document().layers().getFirst()).raster())
                .isEqualTo(PIXELS);
    }

    @Test
    void manyEmptyBlocksAreKeptUpToALimit() {
        KeptBlocks kept = new KeptBlocks();
        int count = 0;
        while (kept.ofLayer("fxrp", new byte[0]).isPresent()) {
            count++;
        }
        assertThat(count).isBetween(1000, 1_000_000);
    }

    @Test
    void aPsbFileComesBackAsAPsdFileDoes() throws IOException {
        for (Document document : List.of(Samples.design(), Samples.modes())) {
            Opened psd = reopened(document, PsdOptions.PLAIN);
            Opened psb = reopened(document, PsdOptions.PLAIN.withLarge(true));
            assertThat(psb.notes()).isEmpty();
            assertThat(psb.document()).isEqualTo(psd.document());
        }
    }
}
