package org.layerloom.generate;

/// Which of a model's abilities a request asks for.
public enum Mode {
    /// One layer a target, and a background unless one is given.
    LAYERS
}
