package org.layerloom.codec.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.layerloom.document.Raster;

/// How a camera was held: the turn that its JPEG file asks for.
///
/// @param value 1..8 as EXIF counts them; 1 = upright
record Orientation(int value) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;

    /// Reads it from a file's first bytes; upright where the file says nothing that can be read.
    static Orientation of(byte[] file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            if (in.getShort() != (short) 0xffd8) {
                return UPRIGHT;
            }
            while (in.remaining() > 4) {
                int marker = in.getShort() & 0xffff;
                int length = (in.getShort() & 0xffff) - 2;
                if (marker == 0xffe1 && length > 14 && in.getInt(in.position()) == 0x45786966) {
                    return tiff(in.slice(in.position() + 6, length - 6));
                }
                if (marker >>> 8 != 0xff || marker == 0xffda || length < 0) {
                    return UPRIGHT;
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // Cut off; the pixels may be whole.
        }
        return UPRIGHT;
    }

    private static Orientation tiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * 12;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// The picture as it was seen.
    Raster upright(Raster raster) {
        if (value == 1 || raster.isEmpty()) {
            return raster;
        }
        boolean turned = value >= 5;
        int width = turned ? raster.height() : raster.width();
        int height = turned ? raster.width() : raster.height();
        return Raster.drawn(width, height, (top, rows, argb) -> {
            for (int row = 0; row < rows; row++) {
                for (int x = 0; x < width; x++) {
                    argb[row * width + x] = pixel(raster, x, top + row);
                }
            }
        });
    }

    /// The pixel that belongs at `x`, `y` of the upright picture.
    private int pixel(Raster raster, int x, int y) {
        int right = raster.width() - 1;
        int bottom = raster.height() - 1;
        return switch (value) {
            case 2 -> raster.argb(right - x, y);
            case 3 -> raster.argb(right - x, bottom - y);
            case 4 -> raster.argb(x, bottom - y);
            case 5 -> raster.argb(y, x);
            case 6 -> raster.argb(y, bottom - x);
            case 7 -> raster.argb(right - y, bottom - x);
            default -> raster.argb(right - y, x);
        };
    }
}
