package org.layerloom.codec.picture;

import java.io.IOException;

/// A picture that could not be read.
public final class UnreadablePicture extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int width;
    private final int height;

    /// Why.
    public enum Reason {
        /// Of no kind that is known here.
        UNKNOWN,
        DAMAGED,
        /// A side is longer than is read.
        TOO_LARGE,
        /// The free memory does not hold it.
        NO_MEMORY
    }

    /// @param width what the file claims, px; 0 = it does not come to that
    UnreadablePicture(Reason reason, int width, int height) {
        super(sentence(reason, width, height));
        this.reason = reason;
        this.width = width;
        this.height = height;
    }

    private static String sentence(Reason reason, int width, int height) {
        return switch (reason) {
            case UNKNOWN -> "this is no PNG, JPEG, GIF or BMP picture";
            case DAMAGED -> "the picture is damaged";
            case TOO_LARGE -> "the picture is " + width + " x " + height + " px, more than is read";
            case NO_MEMORY ->
                "the picture is " + width + " x " + height + " px, and the memory that is free does not hold it";
        };
    }

    public Reason reason() {
        return reason;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
