package org.layerloom.ui.preferences;

/// What lengths of a page are shown in.
public enum LengthUnit {
    PIXELS("px", 0, 0),
    MILLIMETRES("mm", 25.4, 1),
    CENTIMETRES("cm", 2.54, 2),
    INCHES("in", 1, 2);

    private final String symbol;
    /// How many make an inch; 0 for pixels, whose number depends on the resolution.
    private final double toAnInch;
    private final int decimals;

    LengthUnit(String symbol, double toAnInch, int decimals) {
        this.symbol = symbol;
        this.toAnInch = toAnInch;
        this.decimals = decimals;
    }

    /// `mm`.
    public String symbol() {
        return symbol;
    }

    /// Places after the point that are worth showing.
    public int decimals() {
        return decimals;
    }

    /// Pixels to one of this unit.
    ///
    /// @param resolution pixels to an inch
    public double pixels(int resolution) {
        return this == PIXELS ? 1 : resolution / toAnInch;
    }

    /// A length of `pixels` in this unit.
    ///
    /// @param resolution pixels to an inch
    public double fromPixels(double pixels, int resolution) {
        return this == PIXELS ? pixels : pixels / resolution * toAnInch;
    }

    /// The nearest whole number of pixels.
    ///
    /// @param resolution pixels to an inch
    public int toPixels(double length, int resolution) {
        return (int) Math.round(this == PIXELS ? length : length / toAnInch * resolution);
    }
}
