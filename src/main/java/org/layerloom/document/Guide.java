package org.layerloom.document;

/// A line to put things against; never in the picture.
///
/// @param vertical whether it runs from top to bottom, at `position` px from the left edge; else from the top edge
public record Guide(boolean vertical, int position) {
    public Guide at(int position) {
        return new Guide(vertical, position);
    }
}
