package org.layerloom.files;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/// Takes the problems that the program tells the JDK's logging to the program's log.
public final class LogHandler extends Handler {
    private final ProgramLog log;

    public LogHandler(ProgramLog log) {
        this.log = log;
    }

    @Override
    public void publish(LogRecord told) {
        log.add(new LoggedProblem(told.getMessage(), told.getThrown()));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // The log keeps no file open.
    }

    /// A problem as it was told; where it was told is of no interest.
    private static final class LoggedProblem extends Exception {
        LoggedProblem(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }
}
