package org.layerloom.ui;

/// Which colours the window wears.
public enum Theme {
    /// As the system says, and changing with it.
    SYSTEM,
    DARK,
    LIGHT
}
