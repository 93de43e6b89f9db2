package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Boxes, token order and position ids against `packing`: exact.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtPackingParityTest {
    private static final double EXACT = 0;
    private static final int STRIDE = 16;
    /// The reference cuts boxes at this size, whatever the canvas.
    private static final int SNAP_CANVAS = 1024;

    private Device device;
    private GoldenTensors golden;
    private JsonNode json;
    private TokenLayout layout;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("packing", device);
        json = GoldenTensors.json("packing.json");
        layout = GoldenTensors.layout(json, STRIDE);
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void latentsOfTheBoxesBecomeTokens() throws IOException {
        assertThat(layout.tokens()).isEqualTo(json.get("tokens").asInt());
        golden.assertClose("out.tokens", layout.pack(golden.get("in.latents")), EXACT);
    }

    @Test
    void tokensGoBackToTheirCellsAndNoOther() throws IOException {
        Tensor outside = device.full(-1, golden.get("in.latents").shape());
        golden.assertClose("out.unpacked_holes_minus1", layout.unpack(golden.get("out.tokens"), outside), EXACT);
    }

    @Test
    void aLayersOwnLatentsAreItsBoxOfTheCanvas() throws IOException {
        Tensor latents = golden.get("in.latents");
        for (int layer = 0; layer < layout.layers(); layer++) {
            TokenBox box = layout.box(layer);
            if (box != null) {
                Tensor crop = latents.slice(1, layer, layer + 1)
                        .slice(3, 2L * box.y(), 2L * (box.y() + box.height()))
                        .slice(4, 2L * box.x(), 2L * (box.x() + box.width()));
                Tensor own = layout.layer(golden.get("out.tokens"), layer);
                assertThat(own.toFloats()).isEqualTo(crop.toFloats());
                assertThat(TokenLayout.patches(own).toFloats())
                        .isEqualTo(golden.get("out.tokens")
                                .slice(1, layout.start(layer), (long) layout.start(layer) + box.area())
                                .toFloats());
            }
        }
    }

    @Test
    void positionsAreLayerRowAndColumnOfTheCanvas() throws IOException {
        float[] expected = golden.get("out.img_ids").toFloats();
        double[][] positions = layout.positions();
        for (int i = 0; i < expected.length; i++) {
            assertThat(positions[i / 3][i % 3]).isEqualTo(expected[i]);
        }
    }

    /// A box whose end lies before its start stays so in the reference, which then crashes on it; here it is empty.
    @Test
    void boxesSnapOutwardToWholeTokensInsideTheCanvas() {
        for (JsonNode one : json.get("snap")) {
            JsonNode raw = one.get("raw");
            TokenBox box = TokenBox.covering(
                    raw.get(0).asDouble(),
                    raw.get(1).asDouble(),
                    raw.get(2).asDouble(),
                    raw.get(3).asDouble(),
                    STRIDE,
                    SNAP_CANVAS,
                    SNAP_CANVAS);
            int[] snapped = {box.x(), box.y(), box.x() + box.width(), box.y() + box.height()};
            for (int i = 0; i < snapped.length; i++) {
                int start = one.get("snapped").get(i % 2).asInt();
                int expected = Math.max(start, one.get("snapped").get(i).asInt());
                assertThat(snapped[i] * STRIDE).as("%s of %s", i, one).isEqualTo(expected);
            }
        }
    }
}
