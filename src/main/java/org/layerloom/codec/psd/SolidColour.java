package org.layerloom.codec.psd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// The colour of a fill layer, found in its descriptor (`SoCo`) where it is stated as RGB.
final class SolidColour {
    private static final int OPAQUE = 0xff000000;

    private SolidColour() {}

    /// @return opaque ARGB
    static OptionalInt of(byte[] descriptor) {
        String text = new String(descriptor, StandardCharsets.ISO_8859_1);
        int argb = OPAQUE;
        for (String part : new String[] {"Rd  doub", "Grn doub", "Bl  doub"}) {
            int at = text.indexOf(part) + part.length();
            if (at < part.length() || at + Double.BYTES > descriptor.length) {
                return OptionalInt.empty();
            }
            int sample = (int) Math.round(Math.clamp(ByteBuffer.wrap(descriptor).getDouble(at), 0, 255));
            argb = argb & OPAQUE | (argb << 8 & 0xffff00) | sample;
        }
        return OptionalInt.of(argb);
    }
}
