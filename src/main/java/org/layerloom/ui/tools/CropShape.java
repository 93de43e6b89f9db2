package org.layerloom.ui.tools;

import org.layerloom.document.Rect;

/// What the frame of a crop is held to.
///
/// @param width of the proportion, or of the size in px; 0 where the kind has none
/// @param turned whether width and height are exchanged
public record CropShape(Kind kind, int width, int height, boolean turned) {
    /// What the frame keeps: nothing, the proportions of the page, others, or those of a size that it begins with.
    public enum Kind {
        FREE,
        ORIGINAL,
        RATIO,
        SIZE
    }

    public static final CropShape FREE = new CropShape(Kind.FREE, 0, 0, false);
    public static final CropShape ORIGINAL = new CropShape(Kind.ORIGINAL, 0, 0, false);

    public static CropShape ratio(int width, int height) {
        return new CropShape(Kind.RATIO, width, height, false);
    }

    public static CropShape size(int width, int height) {
        return new CropShape(Kind.SIZE, width, height, false);
    }

    public boolean isFree() {
        return kind == Kind.FREE;
    }

    public CropShape withTurned(boolean turned) {
        return new CropShape(kind, width, height, turned);
    }

    /// Width by height.
    ///
    /// @param page what ORIGINAL means
    private double ratio(Rect page) {
        double ratio = kind == Kind.ORIGINAL ? (double) page.width() / page.height() : (double) width / height;
        return turned ? 1 / ratio : ratio;
    }

    /// The frame that this shape makes of another, about the same middle: a size is itself, proportions the largest
    /// part of it.
    public Rect fit(Rect frame, Rect page) {
        if (kind == Kind.SIZE) {
            return about(frame, turned ? height : width, turned ? width : height);
        }
        return isFree() ? frame : within(frame, page, 0.5, 0.5);
    }

    /// A frame drawn from a corner, cut to the proportions; the corner stays.
    ///
    /// @param right whether it was drawn to the right
    /// @param down whether it was drawn downwards
    Rect drawn(Rect frame, Rect page, boolean right, boolean down) {
        return isFree() ? frame : within(frame, page, right ? 0 : 1, down ? 0 : 1);
    }

    private Rect within(Rect frame, Rect page, double left, double top) {
        double ratio = ratio(page);
        int wide = (int) Math.clamp(Math.round(frame.height() * ratio), 1, frame.width());
        int high = (int) Math.clamp(Math.round(frame.width() / ratio), 1, frame.height());
        return new Rect(
                frame.x() + (int) Math.round((frame.width() - wide) * left),
                frame.y() + (int) Math.round((frame.height() - high) * top),
                wide,
                high);
    }

    private static Rect about(Rect frame, int width, int height) {
        return new Rect(
                frame.x() + Math.floorDiv(frame.width() - width, 2),
                frame.y() + Math.floorDiv(frame.height() - height, 2),
                width,
                height);
    }

    /// A frame whose width or height was typed: the other side follows.
    public Rect typed(Rect frame, boolean width, Rect page) {
        if (isFree()) {
            return frame;
        }
        double ratio = ratio(page);
        int wide = width ? frame.width() : (int) Math.max(1, Math.round(frame.height() * ratio));
        int high = width ? (int) Math.max(1, Math.round(frame.width() / ratio)) : frame.height();
        return new Rect(frame.x(), frame.y(), wide, high);
    }
}
