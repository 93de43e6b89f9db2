package org.layerloom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class PngSetTest {
    private static final Document DESIGN = Samples.design();

    private static Map<String, byte[]> files(Document document) throws IOException {
        return Samples.files(set -> PngSet.write(document, set));
    }

    private static PngImage png(byte[] file) throws IOException {
        return PngReader.read(new ByteArrayInputStream(file));
    }

    @Test
    void everyLayerHasAFileOfASafeAndUniqueName() throws IOException {
        assertThat(files(DESIGN).keySet())
                .containsExactly(
                        "layers/01-background.png",
                        "layers/02-kite.png",
                        "layers/03-kite.png",
                        "layers/04-a-b-c-name.png",
                        "layers/05-layer.png",
                        "layers/06-glow.png",
                        "manifest.json",
                        "merged.png");
    }

    @Test
    void theManifestPlacesTheLayersBottomFirst() throws IOException {
        Map<String, byte[]> files = files(DESIGN);
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(manifest.get("width").asInt()).isEqualTo(90);
        assertThat(manifest.get("height").asInt()).isEqualTo(60);
        assertThat(manifest.get("prompt").asText()).isEqualTo(DESIGN.prompt());
        assertThat(manifest.get("seed").asLong()).isEqualTo(-7);
        assertThat(manifest.get("model").asText()).isEqualTo("layerloom-2@3f2a9c01");
        JsonNode layers = manifest.get("layers");
        assertThat(layers.get(0).get("name").asText()).isEqualTo("Background");
        JsonNode hidden = layers.get(2);
        assertThat(hidden.get("visible").asBoolean()).isFalse();
        assertThat(hidden.get("opacity").asInt()).isEqualTo(255);
        assertThat(layers.get(3).get("layers").get(1).get("blendMode").asText()).isEqualTo("overlay");
        Raster pixels = png(files.get(hidden.get("file").asText())).raster();
        assertThat(pixels.width()).isEqualTo(hidden.get("width").asInt());
        assertThat(pixels.argb(5, 5))
                .isEqualTo(((PixelLayer) DESIGN.layers().get(2))
                        .raster()
                        .argb(
                                5 + hidden.get("x").asInt() - 70,
                                5 + hidden.get("y").asInt() - 50));
    }

    @Test
    void aLayerIsTrimmedToItsVisiblePixels() throws IOException {
        int[] argb = new int[100];
        argb[34] = 0x80123456;
        argb[56] = 0xff654321;
        Document document =
                Document.blank(20, 20).add(new PixelLayer(Samples.props(1, "x", 2, 3), Raster.of(10, 10, argb)));
        Map<String, byte[]> files = files(document);
        JsonNode layer = new ObjectMapper()
                .readTree(files.get("manifest.json"))
                .get("layers")
                .get(0);
        assertThat(layer.get("x").asInt()).isEqualTo(6);
        assertThat(layer.get("y").asInt()).isEqualTo(6);
        Raster trimmed = png(files.get("layers/01-x.png")).raster();
        assertThat(trimmed.width()).isEqualTo(3);
        assertThat(trimmed.height()).isEqualTo(3);
        assertThat(trimmed.argb(0, 0)).isEqualTo(0x80123456);
    }

    @Test
    void theMergedPictureIsTheCompositorsAndTellsItsOrigin() throws IOException {
        PngImage merged = png(files(DESIGN).get("merged.png"));
        assertThat(Pictures.premultipliedDifference(merged.raster(), Compositor.flatten(DESIGN)))
                .isZero();
        assertThat(merged.text())
                .containsEntry("seed", "-7")
                .containsEntry("model", "layerloom-2@3f2a9c01")
                .containsEntry(
                        "parameters",
                        DESIGN.prompt() + "\nSeed: -7, Size: 90x60, Model hash: 3f2a9c01, Model: layerloom-2");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        Map<String, byte[]> once = files(DESIGN);
        Map<String, byte[]> again = files(Samples.design());
        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }
}
