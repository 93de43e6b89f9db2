package org.layerloom.ui;

import javafx.animation.AnimationTimer;

/// Tells when what was just put on the screen can be seen.
final class FirstFrames {
    /// A frame is on the screen when the one after the next is asked for.
    private static final int SEEN_AFTER = 3;

    private FirstFrames() {}

    /// Does `work` on the JavaFX thread once what the scene holds now is seen.
    static void seen(Runnable work) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == SEEN_AFTER) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }
}
