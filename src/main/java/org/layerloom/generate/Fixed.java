package org.layerloom.generate;

import java.util.Objects;
import java.util.Optional;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// A layer that is given and stays as it is, byte for byte, while the targets are made to fit it.
///
/// @param box where it lies; its raster has the box's size
/// @param control how it steers, where its role is CONTROL; else empty
/// @param link which phrase of the whole prompt names it
public record Fixed(LayerId layer, Rect box, Raster raster, Role role, Optional<Control> control, Link link) {
    private static final Words WORDS = Words.of(Fixed.class);

    /// What the given picture is to the model.
    public enum Role {
        LAYER,
        FOREGROUND,
        BACKGROUND,
        BLEND,
        CONTROL
    }

    public Fixed {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(link);
        if (control.isPresent() != (role == Role.CONTROL)) {
            throw new IllegalArgumentException("layer " + layer.value() + " of role " + role + " has control "
                    + control.map(c -> c.kind().name()).orElse("of no kind"));
        }
        if (raster.width() != box.width() || raster.height() != box.height()) {
            throw new IllegalArgumentException(WORDS.text(
                    "fixed.size", layer.value(), raster.width(), raster.height(), box.width(), box.height()));
        }
    }

    /// A given picture that is no control.
    public Fixed(LayerId layer, Rect box, Raster raster, Role role) {
        this(layer, box, raster, role, Optional.empty(), new Link.Automatic());
    }

    /// What of a layer lies on the page; empty where nothing does.
    public static Optional<Fixed> of(RasterLayer layer, Rect page, Role role) {
        Rect seen = layer.bounds().intersect(page);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Raster raster = layer.raster()
                .crop(seen.translate(-layer.props().x(), -layer.props().y()));
        return Optional.of(new Fixed(layer.id(), seen, raster, role));
    }

    public Fixed with(Link other) {
        return new Fixed(layer, box, raster, role, control, other);
    }

    /// A picture that only steers the shapes of what is made.
    public static Fixed control(LayerId layer, Rect box, Raster raster, Control control) {
        return new Fixed(layer, box, raster, Role.CONTROL, Optional.of(control), new Link.Nothing());
    }
}
