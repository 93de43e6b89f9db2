package org.layerloom.device;

import java.util.List;

/// What NVIDIA's driver tells of itself.
///
/// @param error   number of the error that it answered with; 0 = none
/// @param version of CUDA that it is for, as it counts: 12080 = 12.8; 0 where it did not say
/// @param gpus    the graphics cards that it finds, in its order
public record Driver(State state, int error, int version, List<Gpu> gpus) {
    /// No driver.
    public static final Driver ABSENT = new Driver(State.ABSENT, 0, 0, List.of());

    /// The oldest that libtorch for CUDA 12 runs with.
    static final int OLDEST = 12_000;

    private static final int MAJOR = 1000;
    private static final int MINOR = 10;

    /// How the driver is.
    public enum State {
        ABSENT,
        /// It is there and answers with an error.
        FAILING,
        READY
    }

    public Driver {
        gpus = List.copyOf(gpus);
    }

    /// `12.8`.
    static String words(int version) {
        return version / MAJOR + "." + version % MAJOR / MINOR;
    }

    /// The version of CUDA that it is for: `12.8`; `0.0` where it did not say.
    public String cuda() {
        return words(version);
    }
}
