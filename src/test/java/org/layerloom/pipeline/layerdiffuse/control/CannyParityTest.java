package org.layerloom.pipeline.layerdiffuse.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Edges against golden/canny, and lines of a scribble.
class CannyParityTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/canny");

    @Test
    void edgesAreThoseOfOpenCvBitForBit() throws IOException {
        try (Device device = Device.cpu();
                GoldenTensors golden = GoldenTensors.open(FOLDER, "canny", device)) {
            int compared = 0;
            for (String name : golden.names("")) {
                if (!name.contains(".edges.")) {
                    continue;
                }
                String[] parts = name.split("\\.");
                Tensor picture = golden.get(parts[0] + ".rgb");
                byte[] made = Canny.edges(
                        packed(picture.toBytes()),
                        Math.toIntExact(picture.size(1)),
                        Math.toIntExact(picture.size(0)),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]));
                assertThat(made).as(name).isEqualTo(golden.get(name).toBytes());
                compared++;
            }
            assertThat(compared).isGreaterThan(20);
        }
    }

    private static int[] packed(byte... rgb) {
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        }
        return pixels;
    }

    @Test
    void darkLinesOnPaperBecomeLightOnBlack() {
        assertThat(Scribble.lines(0xffffffff, 0xff000000, 0xffff7eff, 0xff7f7f7f, 0xffcc0000))
                .containsExactly(0, 255, 255, 0, 255);
    }
}
