package org.layerloom.pipeline.layerdiffuse;

import org.layerloom.document.Raster;
import org.layerloom.generate.Progress;

/// Tells of several passes as of one: the steps of all count, decoding is told for the last.
final class RunProgress {
    private final Progress progress;
    private final int passes;
    private int pass;

    RunProgress(Progress progress, int passes) {
        this.progress = progress;
        this.passes = passes;
    }

    void check() {
        progress.check();
    }

    void preview(Raster picture) {
        progress.preview(picture);
    }

    /// Steps done of those of the present pass.
    void step(int done, int steps) {
        progress.step(Progress.Stage.DENOISE, pass * steps + done, passes * steps);
    }

    /// The present pass has made its steps.
    void passed() {
        pass++;
    }

    /// Called for each part of decoding.
    void decoding(int done, int total) {
        progress.check();
        if (pass == passes) {
            progress.step(Progress.Stage.DECODE, Math.min(done, total), total);
        }
    }
}
