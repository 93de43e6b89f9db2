package org.layerloom.download;

import java.io.IOException;

/// Something could not be fetched; the message is one sentence for people.
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What can be done about it.
    public enum Remedy {
        /// Nothing that the program knows of.
        NONE,
        /// It may work a little later.
        AGAIN,
        /// A token of the place is needed.
        TOKEN
    }

    private final Remedy remedy;

    DownloadException(String message) {
        this(message, Remedy.NONE, null);
    }

    DownloadException(String message, Throwable cause) {
        this(message, Remedy.NONE, cause);
    }

    DownloadException(String message, Remedy remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }
}
