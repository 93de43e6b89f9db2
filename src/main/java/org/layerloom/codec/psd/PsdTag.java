package org.layerloom.codec.psd;

/// Tag colours as the numbers of the `lclr` block: 1 red, 2 orange, 3 yellow, 4 green, 5 blue, 6 violet, 7 grey. Our
/// pink has no place of its own there and becomes red.
final class PsdTag {
    private static final int CORAL = 0;
    private static final int SLATE = 7;

    private PsdTag() {}

    static int number(int tag) {
        return switch (tag) {
            case CORAL -> 1;
            case 1 -> 2; // amber
            case 2 -> 3; // lime
            case 3 -> 4; // teal
            case 4 -> 5; // sky
            case 5 -> 6; // violet
            case 6 -> 1; // pink
            default -> 7;
        };
    }

    /// The quiet one for layers without a colour and for colours of later versions.
    static int tag(int number) {
        return number >= 1 && number <= 6 ? number - 1 : SLATE;
    }
}
