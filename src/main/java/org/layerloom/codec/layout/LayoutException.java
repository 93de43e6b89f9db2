package org.layerloom.codec.layout;

import java.io.IOException;

/// A layout that cannot be used; the message is one sentence that names the field, without full stop.
public final class LayoutException extends IOException {
    private static final long serialVersionUID = 1L;

    LayoutException(String message) {
        super(message);
    }

    LayoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
