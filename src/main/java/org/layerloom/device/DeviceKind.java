package org.layerloom.device;

import java.util.Locale;

/// What models are computed with.
public enum DeviceKind {
    /// The processor.
    CPU,
    /// An NVIDIA graphics card.
    CUDA,
    /// The graphics part of a Mac with Apple silicon.
    MPS;

    /// `cpu`, `cuda` or `mps`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
