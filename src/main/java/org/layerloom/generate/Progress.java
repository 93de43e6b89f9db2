package org.layerloom.generate;

import java.util.concurrent.CancellationException;
import org.layerloom.document.Raster;

/// What a run tells the one who waits, and how it learns that nobody waits any more.
public interface Progress {
    /// The parts of a run, in order.
    enum Stage {
        /// Another machine makes others' layers first; none of `total` parts is done, which is how many come before.
        WAIT,
        LOAD,
        /// A large model's weights are made int8, once.
        QUANTIZE,
        ENCODE,
        DENOISE,
        DECODE
    }

    /// `done` of `total` parts of a stage are done.
    void step(Stage stage, int done, int total);

    /// A rough picture of the whole as it stands now, never a layer; any size of the canvas' aspect.
    void preview(Raster picture);

    /// Called between steps.
    ///
    /// @throws CancellationException when the run is to stop; the run gives its memory back and passes it on
    void check();

    /// Nobody waits, and nothing stops.
    Progress NONE = new Progress() {
        @Override
        public void step(Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {}
    };
}
