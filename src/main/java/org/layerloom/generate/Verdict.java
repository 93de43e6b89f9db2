package org.layerloom.generate;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.layerloom.words.Words;

/// How a run fits into the memory that is there, told before it starts.
///
/// @param needed bytes where it is computed, as it is to run
/// @param there  bytes free there
/// @param onGpu  whether that is a graphics card's memory
/// @param side   of a run that does not fit, the longer side, px, of the largest canvas on which it would
public record Verdict(Way way, long needed, long there, boolean onGpu, OptionalInt side) {
    private static final Words WORDS = Words.of(Verdict.class);
    private static final double GIGABYTE = 1e9;

    /// How a run goes.
    public enum Way {
        /// All weights lie where they are computed with.
        WHOLE,
        /// Weights are brought to the graphics card block by block, in every step.
        BLOCKS,
        /// Weights are read from the disk again in every step, as the memory does not hold them.
        FROM_DISK,
        /// It does not fit.
        TOO_LARGE
    }

    /// One that knows of no smaller canvas.
    public Verdict(Way way, long needed, long there, boolean onGpu) {
        this(way, needed, there, onGpu, OptionalInt.empty());
    }

    /// @param card free bytes of the graphics card that computes; empty on the CPU
    /// @param host free bytes of the computer
    public static Verdict of(MemoryNeed need, OptionalLong card, long host) {
        long whole = need.weights() + need.working();
        if (card.isEmpty()) {
            Way way = whole <= host ? Way.WHOLE : need.least() + need.working() <= host ? Way.FROM_DISK : Way.TOO_LARGE;
            return new Verdict(way, way == Way.TOO_LARGE ? need.least() + need.working() : whole, host, false);
        }
        long there = card.getAsLong();
        if (whole <= there) {
            return new Verdict(Way.WHOLE, whole, there, true);
        }
        boolean fits = need.least() + need.working() <= there;
        return fits
                ? new Verdict(Way.BLOCKS, whole, there, true)
                : new Verdict(Way.TOO_LARGE, need.least() + need.working(), there, true);
    }

    public Verdict fittingAt(OptionalInt smaller) {
        return new Verdict(way, needed, there, onGpu, smaller);
    }

    /// What is to be said; some sentences.
    public String sentence() {
        String place = WORDS.text(onGpu ? "verdict.card" : "verdict.host", there / GIGABYTE);
        String follows =
                side.isPresent() ? WORDS.text("verdict.smaller", side.getAsInt()) : WORDS.text("verdict." + way);
        return WORDS.text("verdict.needs", needed / GIGABYTE) + " " + place + " " + follows;
    }
}
