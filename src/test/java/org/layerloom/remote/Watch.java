package org.layerloom.remote;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.layerloom.document.Raster;
import org.layerloom.generate.Progress;

/// Notes what a run tells, and stops it when a condition is met.
final class Watch implements Progress {
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<Raster> previews = new CopyOnWriteArrayList<>();
    volatile boolean stop;

    @Override
    public void step(Stage stage, int done, int total) {
        told.add(stage + " " + done + "/" + total);
    }

    @Override
    public void preview(Raster picture) {
        previews.add(picture);
    }

    @Override
    public void check() {
        if (stop) {
            throw new CancellationException();
        }
    }
}
