package org.layerloom.network.text;

/// Where a token stands in the prompt: chars `start` (inclusive) to `end` (exclusive) of the Java string.
public record TokenSpan(int start, int end) {
    /// Whether the whole token lies in the chars `from` (inclusive) to `to` (exclusive): such tokens belong to a
    /// phrase.
    public boolean within(int from, int to) {
        return start < end && start >= from && end <= to;
    }
}
