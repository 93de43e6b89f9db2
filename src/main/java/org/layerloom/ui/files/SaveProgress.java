package org.layerloom.ui.files;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.layerloom.codec.WriteProgress;
import org.layerloom.ui.LatestOnFx;

/// How far the save that goes on is, and the user's wish to stop it. Saves go on one after the other. Lives on the
/// JavaFX thread.
final class SaveProgress {
    private static final double NONE = -1;

    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(NONE);
    private Save current;

    /// One save; called from its threads.
    private static final class Save implements WriteProgress {
        private final LatestOnFx<Double> told;
        private volatile boolean cancelled;

        Save(LatestOnFx<Double> told) {
            this.told = told;
        }

        @Override
        public void at(double share) {
            if (cancelled) {
                throw new CancellationException("the save was cancelled");
            }
            told.offer(share);
        }
    }

    /// 0..1 while a save goes on, else negative.
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// Begins to follow a save.
    WriteProgress begin() {
        Save save = new Save(new LatestOnFx<>(this::show));
        current = save;
        share.set(0);
        return save;
    }

    private void show(double now) {
        if (current != null) {
            share.set(Math.max(share.get(), now));
        }
    }

    void cancel() {
        if (current != null) {
            current.cancelled = true;
        }
    }

    /// The save has ended, however it did.
    void end() {
        current = null;
        share.set(NONE);
    }
}
