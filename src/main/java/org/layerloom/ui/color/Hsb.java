package org.layerloom.ui.color;

/// A colour as people choose it.
///
/// @param hue 0..360, degrees
/// @param saturation 0..1
/// @param brightness 0..1
public record Hsb(double hue, double saturation, double brightness) {
    /// Of an opaque or transparent colour; a grey has the hue 0.
    public static Hsb of(int argb) {
        double r = (argb >> 16 & 255) / 255.0;
        double g = (argb >> 8 & 255) / 255.0;
        double b = (argb & 255) / 255.0;
        double max = Math.max(r, Math.max(g, b));
        double span = max - Math.min(r, Math.min(g, b));
        if (span == 0) {
            return new Hsb(0, 0, max);
        }
        double sixth = max == r ? (g - b) / span : max == g ? (b - r) / span + 2 : (r - g) / span + 4;
        return new Hsb((sixth * 60 + 360) % 360, span / max, max);
    }

    /// The opaque colour.
    public int argb() {
        double sixth = hue / 60 % 6;
        double chroma = brightness * saturation;
        double second = chroma * (1 - Math.abs(sixth % 2 - 1));
        double low = brightness - chroma;
        double[] rgb = switch ((int) sixth) {
            case 0 -> new double[] {chroma, second, 0};
            case 1 -> new double[] {second, chroma, 0};
            case 2 -> new double[] {0, chroma, second};
            case 3 -> new double[] {0, second, chroma};
            case 4 -> new double[] {second, 0, chroma};
            default -> new double[] {chroma, 0, second};
        };
        return 0xff000000 | level(rgb[0] + low) << 16 | level(rgb[1] + low) << 8 | level(rgb[2] + low);
    }

    private static int level(double value) {
        return (int) Math.round(value * 255);
    }

    public Hsb withHue(double hue) {
        return new Hsb(Math.clamp(hue, 0, 360), saturation, brightness);
    }

    /// The same hue at another place of the field.
    public Hsb at(double saturation, double brightness) {
        return new Hsb(hue, Math.clamp(saturation, 0, 1), Math.clamp(brightness, 0, 1));
    }
}
