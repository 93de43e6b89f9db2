package org.layerloom.ui.actions.layer;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;
import org.layerloom.edit.Marquees;
import org.layerloom.edit.Masks;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on masks.
final class MaskActions {
    private final EditActions edits;

    MaskActions(EditActions edits) {
        this.edits = edits;
    }

    Action[] all() {
        return new Action[] {
            add("mask-add", MaskActions::addUsual).withIcon("mdi2t-texture-box").afterRule(),
            add("mask-hiding", Masks::addHiding),
            mask(Edit.of("mask-box", Masks::addFromBox)
                    .when(subject -> subject.hasLayers(layer -> isUnmasked(layer)
                            && subject.document().region(layer.id()).isPresent()))),
            mask(Edit.of("mask-alpha", Masks::addFromAlpha)
                    .when(subject -> subject.hasLayers(layer -> isUnmasked(layer) && hasPixels(layer)))
                    .minding(Guard.ALPHA)
                    .onPixels()),
            masked("mask-enabled", Masks::toggleEnabled).afterRule(),
            mask(Edit.of("mask-invert", Masks::invert)
                    .when(subject -> subject.hasLayers(MaskActions::isMasked))
                    .onPixels()),
            mask(Edit.of("mask-apply", Masks::apply)
                    .when(subject -> subject.hasLayers(layer -> isMasked(layer) && layer instanceof RasterLayer))
                    .minding(Guard.ALPHA)
                    .onPixels()),
            masked("mask-delete", Masks::delete),
            mask(Edit.of("mask-marquee", (document, ids) -> Marquees.fromMask(document, ids.getLast()))
                            .when(subject -> subject.primary()
                                    .flatMap(id -> subject.document().layer(id))
                                    .filter(MaskActions::isMasked)
                                    .isPresent())
                            .onPixels())
                    .afterRule()
        };
    }

    /// From the marquee where there is one, else one that hides nothing.
    private static Document addUsual(Document document, List<LayerId> ids) {
        return document.marquee().isPresent() ? Masks.addFromMarquee(document, ids) : Masks.addRevealing(document, ids);
    }

    private Action add(String name, Change change) {
        return mask(Edit.of(name, change::apply).when(subject -> subject.hasLayers(MaskActions::isUnmasked)));
    }

    private Action masked(String name, Change change) {
        return mask(Edit.of(name, change::apply).when(subject -> subject.hasLayers(MaskActions::isMasked)));
    }

    /// An edit of selected layers.
    private interface Change {
        Document apply(Document document, List<LayerId> ids);
    }

    private Action mask(Edit edit) {
        return edits.action(Section.LAYER, edit).inMenu(EditActions.words().text("menu.mask"));
    }

    private static boolean isMasked(Layer layer) {
        return layer.props().mask().isPresent();
    }

    private static boolean isUnmasked(Layer layer) {
        return !isMasked(layer);
    }

    private static boolean hasPixels(Layer layer) {
        return layer instanceof RasterLayer pixels && !pixels.raster().isEmpty();
    }
}
