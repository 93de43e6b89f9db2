package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// The pixels of what a run is given, as they stand in a document.
public final class Pictures {
    private Pictures() {}

    /// The picture of a source inside `area`.
    static Raster draw(Source source, ModeRun run, Document document, Rect area) {
        return switch (source) {
            case Source.Of(LayerId id) -> alone(document.layer(id).orElseThrow(), area);
            case Source.Below _ -> Compositor.flatten(Below.layers(run, document), area);
            case Source.Everything _ -> Compositor.flatten(document.layers(), area);
            case Source.Selected _, Source.Nothing _ ->
                throw new IllegalArgumentException("there is no picture of " + source);
        };
    }

    /// A layer's own pixels, for a run that starts from them: its mask stays with the layer and hides of the result
    /// what it hides of them.
    public static Raster bare(Layer layer, Rect area) {
        return alone(layer.with(props -> props.withMask(Optional.empty())), area);
    }

    /// A layer's own pixels with its mask, whatever it is blended with, and whether it is hidden or not.
    static Raster alone(Layer layer, Rect area) {
        Layer plain = layer.with(props -> props.withVisible(true).withBlending(Blending.NORMAL));
        return Compositor.flatten(List.of(plain), area);
    }
}
