package org.layerloom.generate;

/// A run was not started, as the memory would not do; the message is the verdict's.
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    public TooLargeException(Verdict verdict) {
        super(verdict.sentence());
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
