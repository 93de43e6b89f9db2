package org.layerloom.document;

/// Names a layer, and the region that it was or will be made from, for the life of a document. Ids are never used
/// twice.
public record LayerId(int value) {
    public LayerId {
        if (value < 1) {
            throw new IllegalArgumentException("layer id " + value + " is not positive");
        }
    }
}
