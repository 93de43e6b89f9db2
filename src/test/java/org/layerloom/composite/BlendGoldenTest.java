package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// Every blend mode over pairs of pixels against an independent implementation: 2e-5 for the floats, 1 for the
/// bytes.
class BlendGoldenTest {
    private static final int RECORD = 48;

    @TestFactory
    Stream<DynamicTest> everyModeGivesTheExpectedPixel() throws IOException {
        GoldenSet set = GoldenSet.open();
        JsonNode json = set.json("blend.json");
        int count = json.get("count_per_mode").asInt();
        ByteBuffer records = ByteBuffer.wrap(Files.readAllBytes(set.folder().resolve("blend.bin")));
        return IntStream.range(0, json.get("modes").size()).mapToObj(m -> {
            String key = json.get("modes").get(m).asText();
            return DynamicTest.dynamicTest(
                    key, () -> compare(GoldenSet.MODES.get(key), records.slice(m * count * RECORD, count * RECORD)));
        });
    }

    private static void compare(BlendMode mode, ByteBuffer records) {
        assertThat(records.limit()).isGreaterThan(300 * RECORD);
        for (int k = 0; k * RECORD < records.limit(); k++) {
            compare(mode, records.slice(k * RECORD, RECORD), k);
        }
    }

    private static void compare(BlendMode mode, ByteBuffer record, int k) {
        Rect place = new Rect(k % 32, k / 32, 1, 1);
        Pixels backdrop = pixel(record, 0, place);
        float alpha = backdrop.alpha[0];
        backdrop.red[0] *= alpha;
        backdrop.green[0] *= alpha;
        backdrop.blue[0] *= alpha;
        float opacity = (record.get(8) & 0xff) / 255f;
        float fill = (record.get(9) & 0xff) / 255f;
        float[] weights = {Blend.special(mode) ? opacity : opacity * fill};
        RowMath.fastest()
                .blend(mode, Blend.special(mode) ? fill : 1, pixel(record, 4, place), weights, place, backdrop);
        double expected = record.getDouble(36);
        assertThat((double) backdrop.alpha[0]).as("alpha of record %d", k).isEqualTo(expected, within(2e-5));
        float[] colours = {backdrop.red[0], backdrop.green[0], backdrop.blue[0]};
        for (int c = 0; c < 3; c++) {
            assertThat((double) colours[c])
                    .as("channel %d of record %d", c, k)
                    .isEqualTo(record.getDouble(12 + 8 * c) * expected, within(2e-5));
        }
        compareBytes(backdrop, record.getInt(44), k);
    }

    private static void compareBytes(Pixels pixel, int rgba, int k) {
        int[] packed = new int[1];
        new ScalarRowMath().pack(pixel, 0, 1, packed, 0);
        int expected = Integer.rotateRight(rgba, 8);
        int alpha = expected >>> 24;
        assertThat(packed[0] >>> 24).as("alpha byte of record %d", k).isCloseTo(alpha, within(1));
        int weight = alpha < 8 ? alpha : 255;
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat((packed[0] >> shift & 0xff) * weight / 255.0)
                    .as("bits %d of record %d", shift, k)
                    .isCloseTo((expected >> shift & 0xff) * weight / 255.0, within(1.0));
        }
    }

    private static Pixels pixel(ByteBuffer record, int at, Rect place) {
        Pixels pixel = new Pixels(place);
        pixel.red[0] = (record.get(at) & 0xff) / 255f;
        pixel.green[0] = (record.get(at + 1) & 0xff) / 255f;
        pixel.blue[0] = (record.get(at + 2) & 0xff) / 255f;
        pixel.alpha[0] = (record.get(at + 3) & 0xff) / 255f;
        return pixel;
    }
}
