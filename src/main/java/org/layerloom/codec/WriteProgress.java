package org.layerloom.codec;

/// Hears how far a file is written or read, on any thread, and may stop it.
@FunctionalInterface
public interface WriteProgress {
    /// Nobody listens.
    WriteProgress UNHEARD = share -> {};

    /// @param share of the work that is done, 0..1
    /// @throws java.util.concurrent.CancellationException to stop: what was done so far is of no use
    void at(double share);
}
