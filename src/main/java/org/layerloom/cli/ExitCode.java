package org.layerloom.cli;

/// What the program's end says to a shell.
final class ExitCode {
    static final int DONE = 0;
    /// Disk full, out of memory, a bug.
    static final int FAILED = 1;
    /// Bad input or usage.
    static final int BAD_INPUT = 2;
    /// A model is missing or broken.
    static final int NO_MODEL = 3;
    /// As a shell gives it for Ctrl-C.
    static final int CANCELLED = 130;

    private ExitCode() {}
}
