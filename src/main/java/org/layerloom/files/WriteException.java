package org.layerloom.files;

import java.io.IOException;

/// A file could not be written; the message is one sentence that names it.
public final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final boolean full;

    WriteException(String message, String why, boolean full, IOException cause) {
        super(message, cause);
        this.why = why;
        this.full = full;
    }

    /// Whether there was no room for it.
    public boolean isFull() {
        return full;
    }

    /// Why, as a clause without the file's name: `the disk is full`.
    public String why() {
        return why;
    }
}
