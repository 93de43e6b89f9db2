package org.layerloom.pipeline.stablediffusion;

import java.util.OptionalInt;
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
    /// @param most     that the longer side may have, px, as far as there are such sizes
    public static PictureSize of(Rect box, int training, OptionalInt most) {
        double aspect = Math.clamp((double) box.width() / box.height(), 1 / LONGEST, LONGEST);
        double across = training * Math.sqrt(aspect);
        double down = training / Math.sqrt(aspect);
        int longest = most.orElse(Integer.MAX_VALUE);
        double smaller = Math.min(1, longest / Math.max(across, down));
        return new PictureSize(side(across * smaller, longest), side(down * smaller, longest));
    }

    private static int side(double wanted, int most) {
        return Math.max(MULTIPLE, Math.min((int) Math.round(wanted / MULTIPLE), most / MULTIPLE) * MULTIPLE);
    }
}
