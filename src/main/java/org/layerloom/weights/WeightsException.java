package org.layerloom.weights;

import java.io.IOException;

/// Model files are missing, broken or do not fit the network; the message is one sentence that names the file and
/// the tensor.
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
