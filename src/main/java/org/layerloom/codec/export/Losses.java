package org.layerloom.codec.export;

import java.util.EnumSet;
import java.util.Set;
import org.layerloom.codec.CommonModes;
import org.layerloom.codec.Loss;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.TextLayer;

/// What the forms with layers that other programs show cannot hold.
final class Losses {
    private Losses() {}

    static Set<Loss> ofSvg(Document document) {
        Set<Loss> losses = ofPdf(document);
        document.allLayers()
                .map(Layer::props)
                .filter(props -> props.blendMode() == BlendMode.PASS_THROUGH && props.opacity() < 255)
                .findAny()
                .ifPresent(group -> losses.add(Loss.PASS_THROUGH));
        return losses;
    }

    /// Layers as pictures with an opacity and a mode.
    static Set<Loss> ofPdf(Document document) {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        losses.addAll(Loss.ofPngSet(document));
        document.allLayers().forEach(layer -> {
            switch (layer) {
                case TextLayer text -> losses.add(Loss.TEXT);
                case FillLayer fill -> losses.add(Loss.FILL);
                case PlacedLayer placed -> losses.add(Loss.PLACED);
                case PixelLayer pixels -> {}
                case GroupLayer group -> {}
            }
            if (!CommonModes.has(layer.props().blendMode())) {
                losses.add(Loss.MODE);
            }
            if (layer instanceof RasterLayer && layer.props().mask().isPresent()) {
                losses.add(Loss.MASK);
            }
        });
        return losses;
    }
}
