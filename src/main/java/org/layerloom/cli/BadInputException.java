package org.layerloom.cli;

/// What the user gave cannot be used; the message is one sentence that names the field, option or file.
final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }

    BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
