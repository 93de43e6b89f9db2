package org.layerloom.codec.psd;

import org.layerloom.document.LayerId;

/// Ids for the records that end groups, above those of all layers: readers want each record's to be its own.
final class DividerIds {
    private int next;

    DividerIds(LayerId first) {
        this.next = first.value();
    }

    LayerId next() {
        return new LayerId(next++);
    }
}
