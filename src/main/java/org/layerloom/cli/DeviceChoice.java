package org.layerloom.cli;

import java.util.Locale;

/// What `--device` takes.
enum DeviceChoice {
    AUTO,
    CPU,
    CUDA,
    MPS;

    /// As [org.layerloom.device.DeviceDecision] wants it told.
    String asked() {
        return name().toLowerCase(Locale.ROOT);
    }
}
