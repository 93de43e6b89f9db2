package org.layerloom.codec.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.document.Bytes;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;

/// Pictures with soft masks as objects of a PDF file, packed as PNG packs them, which PDF reads too.
final class PdfPictures {
    private static final int PNG_SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;

    private final PdfObjects objects;
    private final String colours;

    PdfPictures(PdfObjects objects, Paper paper) throws IOException {
        this.objects = objects;
        Optional<Bytes> rgb = paper.iccProfile().filter(PdfPictures::isRgb);
        colours = rgb.isPresent()
                ? "[/ICCBased " + objects.stream("/N 3", rgb.get().toArray()) + " 0 R]"
                : "/DeviceRGB";
    }

    private static boolean isRgb(Bytes profile) {
        byte[] icc = profile.toArray();
        return icc.length > 20 && icc[16] == 'R' && icc[17] == 'G' && icc[18] == 'B' && icc[19] == ' ';
    }

    /// The opacity is in the mask: not every viewer can take it from there and from the graphics state at once.
    ///
    /// @param opacity 0..255
    /// @return the number of the picture's object
    int add(Raster raster, int opacity) throws IOException {
        String size = "/Type /XObject /Subtype /Image /Width " + raster.width() + " /Height " + raster.height()
                + " /BitsPerComponent 8";
        int mask = objects.stream(
                size + " /ColorSpace /DeviceGray" + packing(raster, 1), packed(faded(raster, opacity), Channels.MASK));
        return objects.stream(
                size + " /ColorSpace " + colours + " /SMask " + mask + " 0 R" + packing(raster, 3),
                packed(raster, Channels.RGB));
    }

    private static Raster faded(Raster raster, int opacity) {
        if (opacity == 255) {
            return raster;
        }
        return Raster.drawn(raster.width(), raster.height(), (top, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                raster.copyRow(0, top + row, raster.width(), argb, row * raster.width());
            }
            for (int i = 0; i < argb.length; i++) {
                argb[i] = ((argb[i] >>> 24) * opacity + 127) / 255 << 24;
            }
        });
    }

    private static String packing(Raster raster, int channels) {
        return " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors " + channels + " /Columns " + raster.width()
                + " >>";
    }

    /// The data of a PNG file's `IDAT` chunks.
    private static byte[] packed(Raster raster, Channels channels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(raster, channels, Map.of(), png);
        ByteBuffer file = ByteBuffer.wrap(png.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream(file.limit());
        for (int at = PNG_SIGNATURE; at < file.limit(); at += CHUNK_FRAME + file.getInt(at)) {
            if (file.getInt(at + 4) == 0x49444154) { // IDAT
                data.write(file.array(), at + 8, file.getInt(at));
            }
        }
        return data.toByteArray();
    }
}
