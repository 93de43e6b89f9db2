package org.layerloom.network.text;

/// Where a token stands in the prompt: chars `start` (inclusive) to `end` (exclusive) of the Java string.
public record TokenSpan(int start, int end) {
    /// Whether the token and the chars `from` (inclusive) to `to` (exclusive) share at least one char.
    public boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
