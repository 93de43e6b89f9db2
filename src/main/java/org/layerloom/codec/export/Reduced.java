package org.layerloom.codec.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.codec.export.ExportSettings.Part;
import org.layerloom.codec.psd.OriginBlocks;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// A document with only the layers that are to leave, and without what is not to be told.
final class Reduced {
    private final Part part;
    private final Set<LayerId> selected;

    private Reduced(Part part, Set<LayerId> selected) {
        this.part = part;
        this.selected = selected;
    }

    static Document of(ExportSource source, ExportSettings settings) {
        Document document = source.document();
        Document told = settings.metadata() ? document : untold(document);
        return switch (settings.part()) {
            case ALL -> told;
            case VISIBLE, SELECTED ->
                told.withLayers(new Reduced(settings.part(), source.selected()).layers(told.layers()));
        };
    }

    /// Nothing of how the picture was made: no prompts, seeds and models, and so no boxes; nor what another program
    /// told of that.
    private static Document untold(Document document) {
        return document.withPrompt("")
                .withRegions(List.of())
                .withForeign(OriginBlocks.without(document.foreign()))
                .withLayers(untold(document.layers()));
    }

    private static List<Layer> untold(List<Layer> layers) {
        return layers.stream()
                .map(layer -> {
                    Layer bare = layer.with(
                            props -> props.withoutRecipe().withForeign(OriginBlocks.without(props.foreign())));
                    return bare instanceof GroupLayer group ? group.withChildren(untold(group.children())) : bare;
                })
                .toList();
    }

    /// A layer whose base stays behind is not clipped to the next one below; one whose base is hidden does not
    /// show.
    private List<Layer> layers(List<Layer> layers) {
        List<Layer> kept = new ArrayList<>();
        boolean baseLeaves = false;
        for (Layer layer : layers) {
            boolean clipped = layer.props().blending().clip() && layer != layers.getFirst();
            Optional<Layer> leaving = leaving(layer);
            if (!clipped) {
                baseLeaves = leaving.isPresent();
            } else if (!baseLeaves) {
                leaving = part == Part.VISIBLE
                        ? Optional.empty()
                        : leaving.map(free -> free.with(
                                props -> props.withBlending(props.blending().withClip(false))));
            }
            leaving.ifPresent(kept::add);
        }
        return kept;
    }

    private Optional<Layer> leaving(Layer layer) {
        boolean wanted = part == Part.VISIBLE ? layer.props().visible() : selected.contains(layer.id());
        if (!(layer instanceof GroupLayer group) || wanted && part == Part.SELECTED) {
            return wanted ? Optional.of(layer) : Optional.empty();
        }
        if (part == Part.VISIBLE) {
            return wanted ? Optional.of(group.withChildren(layers(group.children()))) : Optional.empty();
        }
        List<Layer> children = layers(group.children());
        return children.isEmpty() ? Optional.empty() : Optional.of(group.withChildren(children));
    }
}
