package org.layerloom.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Raster;

/// The pictures of one message, which names them by their place in the order that they follow it in.
final class Pictures {
    private final List<Raster> all = new ArrayList<>();

    /// @return its place
    int add(Raster picture) {
        all.add(picture);
        return all.size() - 1;
    }

    /// @return its place; null where there is none
    Integer add(Optional<Raster> picture) {
        return picture.map(this::add).orElse(null);
    }

    /// Of all together.
    long pixels() {
        return all.stream().mapToLong(p -> (long) p.width() * p.height()).sum();
    }

    List<Raster> all() {
        return all;
    }

    /// @param place null = none
    static Optional<Raster> find(List<Raster> pictures, Integer place) {
        return Optional.ofNullable(place).map(pictures::get);
    }
}
