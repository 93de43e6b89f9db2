package org.layerloom.words;

import java.util.Locale;

/// Sizes of files and memory as people read them: `743 MB`, `3.6 GB`. A megabyte has a million bytes, as disks are
/// sold.
public final class ByteText {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double FEW = 10;

    private ByteText() {}

    /// In the unit that makes it short, in the language that is the default now.
    public static String of(long bytes) {
        if (bytes >= GIGA - MEGA / 2) {
            return number(bytes / GIGA, "GB");
        }
        if (bytes >= MEGA - KILO / 2) {
            return number(bytes / MEGA, "MB");
        }
        return bytes >= KILO ? String.format(Locale.getDefault(), "%.0f kB", bytes / KILO) : bytes + " B";
    }

    private static String number(double value, String unit) {
        boolean small = Math.round(value * FEW) / FEW < FEW;
        return String.format(Locale.getDefault(), small ? "%.1f %s" : "%.0f %s", value, unit);
    }
}
