package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackBitsTest {
    private static byte[] packed(byte[] row) {
        byte[] out = new byte[3 + PackBits.maxPacked(row.length)];
        return Arrays.copyOfRange(out, 3, PackBits.pack(row, out, 3));
    }

    @ParameterizedTest
    @CsvSource({"05, 0005", "0505, ff05", "010203, 02010203", "0102020203, 0001fe0200" + "03", "01020203, 0301020203"})
    void aRowIsPacked(String row, String packed) {
        assertThat(HexFormat.of().formatHex(packed(HexFormat.of().parseHex(row))))
                .isEqualTo(packed);
    }

    @Test
    void everyRowComesBackAndGrowsByAtMostOneByteIn128() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] row = new byte[1 + random.nextInt(700)];
            int values = 1 + random.nextInt(4);
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : random.nextInt(values));
            }
            byte[] packed = packed(row);
            assertThat(packed.length).isLessThanOrEqualTo(row.length + Math.ceilDiv(row.length, 128));
            byte[] back = new byte[3 + row.length + 2];
            PackBits.unpack(packed, 0, packed.length, back, 3, row.length);
            assertThat(Arrays.copyOfRange(back, 3, 3 + row.length)).isEqualTo(row);
            assertThat(new byte[] {back[2], back[3 + row.length]}).containsOnly(0);
        }
    }
}
