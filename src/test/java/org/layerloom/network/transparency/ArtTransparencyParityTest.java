package org.layerloom.network.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.Rope;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// The golden checkpoint's transparent decoder against `transp.safetensors`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtTransparencyParityTest {
    private static final double TOLERANCE = 2e-5;
    private static final double ROPE_TOLERANCE = 1e-6;
    /// Bytes may differ by one level, in this share of them.
    private static final double BYTES_OFF = 0.005;

    private final List<CellBox> boxes = new ArrayList<>();
    private Device device;
    private GoldenTensors golden;
    private Tensor latents;
    private TransparentDecoder decoder;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("transp", device);
        latents = golden.get("in.latents");
        ModelFolder model = GoldenTensors.artCheckpoint();
        decoder = TransparentDecoder.load(model.config("transp_vae"), model.weights("transp_vae", device, DType.F32));
        int px = decoder.factor();
        for (double[] box :
                GoldenTensors.boxes(GoldenTensors.json("transp.json").get("boxes"))) {
            boxes.add(
                    box == null
                            ? null
                            : new CellBox(
                                    (int) box[0] / px,
                                    (int) box[1] / px,
                                    (int) (box[2] - box[0]) / px,
                                    (int) (box[3] - box[1]) / px));
        }
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void tokensAreTheBoxesCells() throws IOException {
        golden.assertClose("out.tokens_in", TransparentDecoder.tokens(latents, boxes), 0);
    }

    @Test
    void ropeTablesMatch() throws IOException {
        Rope rope = decoder.rope(latents, boxes);
        golden.assertClose("out.rope_cos", rope.cos(), ROPE_TOLERANCE);
        golden.assertClose("out.rope_sin", rope.sin(), ROPE_TOLERANCE);
    }

    @Test
    void hiddenStatesMatch() throws IOException {
        Tensor tokens = TransparentDecoder.tokens(latents, boxes);
        Rope rope = decoder.rope(latents, boxes);
        golden.assertClose("out.layer0", decoder.firstBlock(tokens, rope), TOLERANCE);
        golden.assertClose("out.encoder_ln", decoder.encode(tokens, rope), TOLERANCE);
    }

    @Test
    void coloursAndAlphaOfEveryBoxMatch() throws IOException {
        List<Tensor> crops = decoder.decode(latents, boxes);
        for (int layer = 0; layer < boxes.size(); layer++) {
            if (boxes.get(layer) == null) {
                assertThat(crops.get(layer)).isNull();
            } else {
                Tensor crop = crops.get(layer);
                assertCrop("out.rgb", layer, crop.slice(1, 0, 3));
                assertCrop("out.alpha", layer, crop.slice(1, 3, 4));
            }
        }
    }

    @Test
    void bytesAreCutNotRounded() throws IOException {
        List<Tensor> crops = decoder.decode(latents, boxes);
        byte[] expected = golden.get("out.rgba_u8").toBytes();
        int width = (int) golden.get("out.rgba_u8").size(2);
        int height = (int) golden.get("out.rgba_u8").size(1);
        int off = 0;
        int count = 0;
        for (int layer = 0; layer < boxes.size(); layer++) {
            CellBox box = boxes.get(layer);
            byte[] actual = box == null ? new byte[0] : TransparentDecoder.bytes(crops.get(layer));
            int px = decoder.factor();
            for (int i = 0; i < actual.length; i++, count++) {
                int x = box.x() * px + i / 4 % (box.width() * px);
                int y = box.y() * px + i / 4 / (box.width() * px);
                int wanted = expected[((layer * height + y) * width + x) * 4 + i % 4] & 255;
                int gap = Math.abs((actual[i] & 255) - wanted);
                assertThat(gap).as("layer %d at %d, %d", layer, x, y).isLessThanOrEqualTo(1);
                off += gap;
            }
        }
        assertThat((double) off / count).isLessThanOrEqualTo(BYTES_OFF);
    }

    private void assertCrop(String name, int layer, Tensor actual) throws IOException {
        CellBox box = boxes.get(layer);
        long px = decoder.factor();
        Tensor expected = golden.get(name)
                .slice(0, layer, layer + 1L)
                .slice(2, box.y() * px, (box.y() + box.height()) * px)
                .slice(3, box.x() * px, (box.x() + box.width()) * px);
        assertThat(GoldenTensors.largestGap(actual.toFloats(), expected.toFloats()))
                .as("largest gap at layer %d of %s", layer, name)
                .isLessThanOrEqualTo(TOLERANCE);
    }
}
