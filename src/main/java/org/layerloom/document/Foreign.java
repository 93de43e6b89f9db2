package org.layerloom.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a file of another program held beside what documents know. Nobody looks at it here; the codec that read it
/// writes it back into a file of the same kind.
///
/// @param blocks in the order of the file
public record Foreign(List<Block> blocks) {
    public static final Foreign NOTHING = new Foreign(List.of());

    public Foreign {
        blocks = List.copyOf(blocks);
    }

    /// @param key as the codec calls it, with the name of its format before a slash: `psd/TySh`
    /// @param pixels of the layer that it describes: it holds only while the layer has just these, in this place
    public record Block(String key, Bytes data, Optional<Pixels> pixels) {
        public Block {
            Objects.requireNonNull(key);
            Objects.requireNonNull(data);
            Objects.requireNonNull(pixels);
        }

        /// Whether it still describes a layer.
        public boolean holdsFor(RasterLayer layer) {
            return pixels.isEmpty()
                    || pixels.get()
                            .equals(new Pixels(
                                    layer.raster(),
                                    layer.bounds().x(),
                                    layer.bounds().y()));
        }
    }

    /// A layer's pixels and where they lie.
    public record Pixels(Raster raster, int x, int y) {}

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
