package org.layerloom.remote;

/// A server does not take a request.
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal.Reason reason, String sentence) {
        super(sentence);
        refusal = Refusal.of(reason, sentence);
    }

    Refusal refusal() {
        return refusal;
    }
}
