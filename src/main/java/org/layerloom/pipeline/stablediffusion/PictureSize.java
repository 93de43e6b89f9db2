package org.layerloom.pipeline.stablediffusion;

import org.layerloom.document.Rect;

/// A size that the denoiser likes: sides are multiples of 64 px, the area near that of its training pictures.
public record PictureSize(int width, int height) {
    /// What the transparent decoder's six halvings need.
    private static final int MULTIPLE = 64;

    /// From this aspect on nothing was trained: longer boxes get pictures of this one.
    private static final double LONGEST = 4;

    /// The size for a box, of its aspect as far as multiples allow.
    ///
    /// @param training side of a training picture, px
    public static PictureSize of(Rect box, int training) {
        double aspect = Math.clamp((double) box.width() / box.height(), 1 / LONGEST, LONGEST);
        return new PictureSize(side(training * Math.sqrt(aspect)), side(training / Math.sqrt(aspect)));
    }

    private static int side(double wanted) {
        return Math.max(MULTIPLE, (int) Math.round(wanted / MULTIPLE) * MULTIPLE);
    }
}
