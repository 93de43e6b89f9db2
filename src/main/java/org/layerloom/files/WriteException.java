package org.layerloom.files;

import java.io.IOException;

/// A file could not be written; the message is one sentence that names it.
public final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Why, as far as the system tells.
    public enum Reason {
        DISK_FULL,
        READ_ONLY,
        ACCESS_DENIED,
        /// A part of its path is a file.
        NO_FOLDER,
        FOLDER_GONE,
        NAME_TOO_LONG,
        OTHER
    }

    private final Reason reason;

    WriteException(String message, Reason reason, IOException cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
