package org.layerloom.ui.versions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.layerloom.document.LayerId;

/// What the runs of this session have made, layer by layer, oldest first. Bounded: the oldest give way.
final class Shelf {
    /// Of one layer; a strip of more could not be overlooked.
    static final int MOST_OF_A_LAYER = 16;

    private final long maxBytes;
    private final Deque<Version> versions = new ArrayDeque<>();
    private long bytes;

    /// @param maxBytes how much the rasters may take
    Shelf(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Adds a version after the others, unless its raster is here already.
    void add(Version version) {
        if (versions.stream().anyMatch(v -> v.raster() == version.raster())) {
            return;
        }
        versions.add(version);
        bytes += version.raster().bytes();
        List<Version> same = of(version.layer());
        if (same.size() > MOST_OF_A_LAYER) {
            drop(same.getFirst());
        }
        while (bytes > maxBytes && versions.size() > 1) {
            drop(versions.getFirst());
        }
    }

    List<Version> of(LayerId layer) {
        return versions.stream().filter(v -> v.layer().equals(layer)).toList();
    }

    void clear() {
        versions.clear();
        bytes = 0;
    }

    private void drop(Version version) {
        versions.removeIf(v -> v == version);
        bytes -= version.raster().bytes();
    }
}
