package org.layerloom.pipeline.layerdiffuse.control;

/// A drawing of dark lines on light paper as ControlNets for scribbles take it: light lines on black.
public final class Scribble {
    private static final int DARK = 127;
    private static final byte LINE = (byte) 255;

    private Scribble() {}

    /// 255 where a colour of the pixel is dark, else 0.
    ///
    /// @param rgb opaque pixels; alpha is not looked at
    public static byte[] lines(int... rgb) {
        byte[] lines = new byte[rgb.length];
        for (int i = 0; i < lines.length; i++) {
            int darkest = Math.min(rgb[i] >> 16 & 255, Math.min(rgb[i] >> 8 & 255, rgb[i] & 255));
            lines[i] = darkest < DARK ? LINE : 0;
        }
        return lines;
    }
}
