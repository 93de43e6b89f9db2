package org.layerloom.remote;

import java.time.Duration;

/// Is told of a server's runs.
@FunctionalInterface
public interface RunLog {
    /// @param client its address
    /// @param how `made`, `client gone`, or the reason why not
    void ended(String client, String model, int boxes, Duration time, String how);
}
