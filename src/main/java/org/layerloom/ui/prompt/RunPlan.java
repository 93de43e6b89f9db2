package org.layerloom.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.Binder;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.KeptLayers;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Target;

/// A run whose turn has come: what is asked of the model, out of a wish and the document as it is now. What is not
/// made is given to the model and stays byte for byte.
final class RunPlan {
    private final Document document;
    private final Set<LayerId> boxes;
    private final boolean background;
    private final boolean whole;

    private RunPlan(Wish wish, Document document) {
        this.document = document;
        boxes = wish.boxes(document);
        background = wish.makesBackground(document);
        whole = wish instanceof Wish.Whole;
    }

    /// @throws IllegalArgumentException with a sentence for the user, where there is nothing to make
    static GenerateRequest request(Wish wish, Document document, RunSettings settings) {
        RunPlan plan = new RunPlan(wish, document);
        List<Target> targets = plan.targets();
        if (targets.isEmpty() && !plan.background) {
            throw new IllegalArgumentException(Wish.WORDS.text("nothing.to.make"));
        }
        return new GenerateRequest(
                settings.model().id(),
                Mode.LAYERS,
                document.width(),
                document.height(),
                document.prompt(),
                settings.negative(),
                "",
                targets,
                plan.fixed(document.layers(), new ArrayList<>()),
                settings.settings());
    }

    private List<Target> targets() {
        List<Region> drawn = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .toList();
        List<String> prompts = prompts(drawn);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Region region = drawn.get(i);
            if (boxes.contains(region.layer())) {
                targets.add(Target.of(region.layer(), region.box().intersect(document.canvas()), prompts.get(i)));
            }
        }
        return targets;
    }

    /// The boxes' prompts. Where only some are made, an anonymous one is given the phrase that the whole prompt has
    /// for it among all: alone it could not tell which are left, and an apple would become the next thing named.
    private List<String> prompts(List<Region> drawn) {
        if (drawn.stream().map(Region::layer).allMatch(boxes::contains)) {
            return drawn.stream().map(Region::prompt).toList();
        }
        List<Optional<String>> own = drawn.stream()
                .map(region -> Optional.of(region.prompt()).filter(prompt -> !prompt.isBlank()))
                .toList();
        List<Optional<Phrase>> phrases =
                Binder.bind(document.prompt(), drawn.stream().map(Region::box).toList(), own);
        return IntStream.range(0, drawn.size())
                .mapToObj(i ->
                        own.get(i).or(() -> phrases.get(i).map(Phrase::title)).orElse(""))
                .toList();
    }

    /// Of a run that makes the whole, what is kept; else all that is seen and not made.
    private List<Fixed> fixed(List<Layer> layers, List<Fixed> fixed) {
        Set<LayerId> kept = KeptLayers.of(document);
        for (Layer layer : layers) {
            if (!layer.props().visible() || boxes.contains(layer.id())) {
                continue;
            }
            switch (layer) {
                case GroupLayer group -> fixed(group.children(), fixed);
                case RasterLayer pixels
                when !whole || kept.contains(pixels.id()) -> fixed(pixels).ifPresent(fixed::add);
                case RasterLayer _ -> {}
            }
        }
        return fixed;
    }

    /// What of the layer lies on the page; empty where nothing does, or where it is the background to be made.
    private Optional<Fixed> fixed(RasterLayer layer) {
        Rect seen = layer.bounds().intersect(document.canvas());
        boolean isBackground =
                seen.equals(document.canvas()) && layer.equals(document.layers().getFirst());
        if (seen.isEmpty() || isBackground && background) {
            return Optional.empty();
        }
        Raster raster = layer.raster()
                .crop(seen.translate(-layer.props().x(), -layer.props().y()));
        return Optional.of(
                new Fixed(layer.id(), seen, raster, isBackground ? Fixed.Role.BACKGROUND : Fixed.Role.LAYER));
    }
}
