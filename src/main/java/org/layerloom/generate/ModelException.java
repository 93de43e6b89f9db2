package org.layerloom.generate;

/// A model is missing, incomplete or damaged; the message is one sentence that names the folder, file or tensor.
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
