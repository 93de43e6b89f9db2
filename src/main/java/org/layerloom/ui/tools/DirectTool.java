package org.layerloom.ui.tools;

/// A tool that works on the editor as the pointer goes, from the press on, and makes its own steps of the history.
public interface DirectTool {
    void press(Pointer at);

    void drag(Pointer to);

    /// The button was let go at `to`, the place of the last `drag` or `press`.
    void release(Pointer to);

    /// Gives up what the press began; the document stays as it was.
    void cancel();

    /// The shape of the pointer over a place.
    Cue.Shape shape(Pointer at);
}
