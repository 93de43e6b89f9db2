package org.layerloom.ui.canvas;

import java.text.NumberFormat;
import org.layerloom.ui.preferences.LengthUnit;

/// How a ruler is marked: a label each `step`, ticks between them.
///
/// @param pixels document px to one unit
/// @param step from label to label, in units
/// @param parts how many ticks make a step
/// @param decimals places after the point that labels need
record RulerScale(double pixels, double step, int parts, int decimals) {
    /// Least distance between two labels, view px.
    private static final double LABEL_STEP = 80;
    /// Finer marks than these of an inch no ruler has.
    private static final int FINEST_INCH = 16;

    /// @param resolution px to an inch
    /// @param zoom view px to a document px
    static RulerScale of(LengthUnit unit, int resolution, double zoom) {
        double pixels = unit.pixels(resolution);
        double least = LABEL_STEP / zoom / pixels;
        if (unit == LengthUnit.INCHES && least <= 1) {
            double step = 1;
            while (step / 2 >= least && step > 1.0 / FINEST_INCH) {
                step /= 2;
            }
            // 0.5, 0.25, 0.125, 0.0625
            return new RulerScale(pixels, step, 8, step == 1 ? 0 : (int) Math.round(-Math.log(step) / Math.log(2)));
        }
        int power = (int) Math.floor(Math.log10(least));
        int finest = unit == LengthUnit.PIXELS ? 0 : -unit.decimals();
        for (int p = Math.max(power, finest); ; p++) {
            for (int factor : new int[] {1, 2, 5}) {
                double step = factor * Math.pow(10, p);
                if (step >= least) {
                    boolean whole = unit == LengthUnit.PIXELS && step < 10;
                    return new RulerScale(
                            pixels, step, whole ? (int) step : factor == 1 ? 10 : factor * 2, Math.max(0, -p));
                }
            }
        }
    }

    /// Document px of the label `index` steps from the beginning, and of the tick `part` after it.
    double at(long index, int part) {
        return (index + (double) part / parts) * step * pixels;
    }

    /// The last label at or before a document px.
    long before(double documentPixel) {
        return (long) Math.floor(documentPixel / (step * pixels));
    }

    /// In the user's writing, without zeros that say nothing: `0.25`, `0.5`, `1`.
    String label(long index) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(decimals);
        return format.format(index * step);
    }
}
