package org.layerloom.tensor;

/// Native memory ran out in a tensor operation; the message is one sentence.
public final class OutOfMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
