package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Opened;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;

/// Files made byte by byte, as Photoshop writes them and our writer does not.
class PsdDepthTest {
    /// No mask, no ranges, the name "a".
    private static final String PLAIN = "00000000" + "00000000" + "01610000";

    /// A grey file of two pixels.
    ///
    /// @param block where the layers are; empty = in the usual place
    private static byte[] file(int depth, PsdOutput layers, String block) throws IOException {
        PsdOutput out = new PsdOutput();
        out.key("8BPS");
        out.int16(1);
        out.raw(new byte[6]);
        out.int16(1);
        out.int32(1);
        out.int32(2);
        out.int16(depth);
        out.int16(1); // grey
        out.int32(0);
        out.int32(0);
        PsdOutput section = new PsdOutput();
        if (block.isEmpty()) {
            section.sized(layers, 4);
        } else {
            section.int32(0); // no layers in the usual place
            section.int32(0); // no global mask
            section.block(block, layers);
        }
        out.sized(section, 1);
        out.int16(0);
        out.raw(new byte[2 * depth / 8]);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        out.writeTo(file);
        return file.toByteArray();
    }

    /// One opaque layer.
    ///
    /// @param grey the compression and the packed samples
    /// @param mask the same of the mask
    /// @param extra mask, ranges, name and blocks in hexadecimal digits
    private static PsdOutput layer(byte[] grey, byte[] mask, String extra) throws IOException {
        PsdOutput out = new PsdOutput();
        out.int16(1);
        for (int edge : new int[] {0, 0, grey.length > 2 ? 1 : 0, grey.length > 2 ? 2 : 0}) {
            out.int32(edge);
        }
        out.int16(2);
        out.int16(0);
        out.int32(grey.length);
        out.int16(-2);
        out.int32(mask.length);
        out.key("8BIM");
        out.key("norm");
        out.int32(0xff000800);
        PsdOutput data = new PsdOutput();
        data.raw(HexFormat.of().parseHex(extra));
        out.sized(data, 1);
        out.raw(grey);
        out.raw(mask);
        return out;
    }

    private static byte[] deltas(int... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(3);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
            for (int each : bytes) {
                zip.write(each);
            }
        }
        return out.toByteArray();
    }

    private static Opened read(byte[] file) throws IOException {
        return PsdReader.read(new ByteArrayInputStream(file));
    }

    private static int[] pixels(Opened opened) {
        return ((PixelLayer) opened.document().layers().getFirst()).raster().toArgb();
    }

    @Test
    void layersOf16BitsAreReadFromTheirOwnBlock() throws IOException {
        // 0x80ff, then 0x7d01 more with a carry into the first byte: 0xfe00
        byte[] grey = deltas(0x80, 0xff, 0x7d, 0x01);
        Opened opened = read(file(16, layer(grey, new byte[2], PLAIN), "Lr16"));
        assertThat(pixels(opened)).containsExactly(0xff808080, 0xfffdfdfd);
        assertThat(opened.notes())
                .containsExactly("the colours (grey) are RGB now", "the colours were rounded from 16 to 8 bits");
    }

    @Test
    void samplesOf32BitsAreLight() throws IOException {
        byte[] floats = ByteBuffer.allocate(8).putFloat(0.5f).putFloat(2).array();
        byte[] planar = new byte[8];
        for (int i = 0; i < 8; i++) {
            planar[i % 4 * 2 + i / 4] = floats[i];
        }
        int[] differences = new int[8];
        for (int i = 0; i < 8; i++) {
            differences[i] = planar[i] - (i == 0 ? 0 : planar[i - 1]);
        }
        Opened opened = read(file(32, layer(deltas(differences), new byte[2], PLAIN), "Lr32"));
        assertThat(pixels(opened)).containsExactly(0xffbcbcbc, 0xffffffff); // 0.5 of light is 188
    }

    @Test
    void aMaskOfAPathIsReadWithItsDensity() throws IOException {
        // Two pixels, drawn from a path (8) with parameters (16): the path's density (4) is 102.
        String mask = "00000014" + "00000000" + "00000000" + "00000001" + "00000002" + "0018" + "0466";
        String path = "3842494d" + "766d736b" + "00000008" + "0000000300000000";
        byte[] grey = {0, 0, 9, 10};
        byte[] shown = {0, 0, 0, (byte) 255};
        Opened opened = read(file(8, layer(grey, shown, mask + "00000000" + "01610000" + path), ""));
        Mask read = opened.document().layers().getFirst().props().mask().orElseThrow();
        assertThat(read.raster().toArgb()).containsExactly(0, 0xff000000);
        assertThat(read.density()).isEqualTo(102);
        assertThat(opened.notes()).contains("layer \"a\": the vector mask was read as pixels");
        String fill = "3842494d" + "4764466c" + "00000000";
        Opened shape = read(file(8, layer(grey, shown, mask + "00000000" + "01610000" + fill + path), ""));
        assertThat(shape.document().layers().getFirst().props().mask()).isEmpty();
        assertThat(shape.notes()).contains("layer \"a\": the shape was read as pixels");
    }

    @Test
    void aSolidColourWithoutPixelsFillsThePage() throws IOException {
        String colour = HexFormat.of().formatHex("Rd  doub".getBytes()) + "4060000000000000"
                + HexFormat.of().formatHex("Grn doub".getBytes()) + "0000000000000000"
                + HexFormat.of().formatHex("Bl  doub".getBytes()) + "406fe00000000000";
        String fill = "3842494d" + "536f436f" + "00000030" + colour;
        Opened opened = read(file(8, layer(new byte[2], new byte[2], PLAIN + fill), ""));
        assertThat(((FillLayer) opened.document().layers().getFirst()).raster().toArgb())
                .containsExactly(0xff8000ff, 0xff8000ff);
    }

    @Test
    void aPageThatIsTooLargeIsRefusedWithItsSize() throws IOException {
        byte[] file = file(8, layer(new byte[2], new byte[2], PLAIN), "");
        ByteBuffer.wrap(file).putInt(14, 40_000).putInt(18, 30_000);
        assertThatIOException()
                .isThrownBy(() -> read(file))
                .withMessage("the PSD file is 30000 x 40000 px: each side must be 1 to 300000, the area at most 268"
                        + " million");
    }
}
