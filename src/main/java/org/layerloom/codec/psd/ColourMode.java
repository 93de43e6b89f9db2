package org.layerloom.codec.psd;

import java.util.Arrays;
import java.util.Optional;
import org.layerloom.words.Words;

/// How the channels of a file make colours.
enum ColourMode {
    BITMAP(0, 1),
    GREY(1, 1),
    INDEXED(2, 1),
    RGB(3, 3),
    CMYK(4, 4),
    /// Printing inks; the first is read as grey.
    MULTICHANNEL(7, 1),
    /// A grey picture to be printed in several inks, which are not looked at.
    DUOTONE(8, 1),
    LAB(9, 3);

    private static final Words WORDS = Words.of(ColourMode.class);

    private final int number;
    private final int planes;

    ColourMode(int number, int planes) {
        this.number = number;
        this.planes = planes;
    }

    /// @param number as it stands in a file's header
    static Optional<ColourMode> of(int number) {
        return Arrays.stream(values()).filter(mode -> mode.number == number).findFirst();
    }

    /// How many channels make a colour.
    int planes() {
        return planes;
    }

    boolean hasDepth(int bits) {
        return switch (this) {
            case BITMAP -> bits == 1;
            case INDEXED -> bits == 8;
            case RGB, GREY -> bits == 8 || bits == 16 || bits == 32;
            default -> bits == 8 || bits == 16;
        };
    }

    String title() {
        return switch (this) {
            case BITMAP -> WORDS.text("mode.bitmap");
            case GREY -> WORDS.text("mode.grey");
            case INDEXED -> WORDS.text("mode.indexed");
            case RGB -> "RGB";
            case CMYK -> "CMYK";
            case MULTICHANNEL -> WORDS.text("mode.multichannel");
            case DUOTONE -> WORDS.text("mode.duotone");
            case LAB -> "Lab";
        };
    }

    /// What reading the colours as RGB does to them; empty where nothing.
    Optional<String> note() {
        return switch (this) {
            case RGB -> Optional.empty();
            case BITMAP, GREY, INDEXED -> Optional.of(WORDS.text("convert.exact", title()));
            case LAB, CMYK -> Optional.of(WORDS.text("convert.plain", title()));
            case DUOTONE -> Optional.of(WORDS.text("convert.inks"));
            case MULTICHANNEL -> Optional.of(WORDS.text("convert.first"));
        };
    }
}
