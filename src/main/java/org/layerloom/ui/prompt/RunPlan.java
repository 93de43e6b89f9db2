package org.layerloom.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Region;
import org.layerloom.generate.BoxPhrases;
import org.layerloom.generate.BoxPrompts;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.KeptLayers;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Start;
import org.layerloom.generate.Target;
import org.layerloom.ui.modes.Pictures;

/// A run whose turn has come: what is asked of the model, out of a wish and the document as it is now. What is not
/// made is given to the model and stays byte for byte.
final class RunPlan {
    private final Document document;
    private final Set<LayerId> boxes;
    private final boolean background;
    private final boolean whole;
    private final Map<LayerId, Phrase> phrases;
    private final Remake remake;

    private RunPlan(Wish wish, Document document, Remake remake) {
        this.remake = remake;
        this.document = document;
        boxes = wish.boxes(document);
        background = wish.makesBackground(document);
        whole = wish instanceof Wish.Whole || wish instanceof Wish.Variations;
        phrases = BoxPhrases.of(document);
    }

    /// @throws IllegalArgumentException with a sentence for the user, where there is nothing to make
    static GenerateRequest request(Wish wish, Document document, RunSettings settings) {
        RunPlan plan = new RunPlan(wish, document, settings.remake());
        List<Target> targets = plan.targets();
        if (targets.isEmpty() && !plan.background) {
            throw new IllegalArgumentException(Wish.WORDS.text("nothing.to.make"));
        }
        return new GenerateRequest(
                settings.model().id(),
                Mode.LAYERS,
                document.width(),
                document.height(),
                settings.remake().styled(document.prompt()),
                settings.negative(),
                "",
                targets,
                plan.fixed(document.layers(), new ArrayList<>()),
                settings.settings(),
                plan.backgroundStart());
    }

    /// Whether nothing is left for a model, all that was wanted being text.
    static boolean isIdle(Wish wish, Document document) {
        RunPlan plan = new RunPlan(wish, document, Remake.NEW);
        return plan.targets().isEmpty() && !plan.background;
    }

    private List<Target> targets() {
        List<Region> drawn = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .toList();
        boolean all = drawn.stream()
                .map(Region::layer)
                .allMatch(id -> boxes.contains(id) || whole && Wish.isUnpainted(document, id));
        Map<LayerId, String> prompts = all ? Map.of() : BoxPrompts.of(document);
        return drawn.stream()
                .filter(region -> boxes.contains(region.layer()))
                .map(region -> Target.of(
                                region.layer(),
                                region.box().intersect(document.canvas()),
                                prompts.getOrDefault(region.layer(), region.prompt()))
                        .with(link(region)))
                .map(this::started)
                .toList();
    }

    /// A box that has a prompt of its own and no phrase beside it finds its words as if all boxes were made.
    private Link link(Region region) {
        LayerId box = region.layer();
        boolean settled = region.prompt().isBlank() || phrases.containsKey(box);
        return settled ? BoxPhrases.settled(phrases, box) : region.link();
    }

    /// A layer that is there may be made out of what it is.
    private Target started(Target target) {
        return document.layer(target.layer())
                .filter(layer -> remake.startsFromLayers())
                .map(layer -> target.startingFrom(Pictures.bare(layer, target.box()), remake.strength()))
                .orElse(target);
    }

    private Optional<Start> backgroundStart() {
        return GenerateResult.background(document)
                .filter(layer -> isAnew(layer) && remake.startsFromLayers())
                .map(layer -> new Start(Pictures.bare(layer, document.canvas()), remake.strength()));
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
                when !whole || kept.contains(pixels.id()) || Wish.isUnpainted(document, pixels.id()) ->
                    fixed(pixels).ifPresent(fixed::add);
                case RasterLayer _ -> {}
            }
        }
        return fixed;
    }

    /// What of the layer lies on the page; empty where nothing does, or where it is the background to be made.
    private Optional<Fixed> fixed(RasterLayer layer) {
        boolean isBackground = layer.bounds().contains(document.canvas())
                && layer.equals(document.layers().getFirst());
        // A background made behind a layer that fills the page leaves that one a layer.
        Fixed.Role role = isBackground && !background ? Fixed.Role.BACKGROUND : Fixed.Role.LAYER;
        return isBackground && isAnew(layer)
                ? Optional.empty()
                : Fixed.of(layer, document.canvas(), role)
                        .map(given -> given.with(BoxPhrases.settled(phrases, layer.id())));
    }

    /// Whether the lowest layer gives way to the background that is made.
    private boolean isAnew(RasterLayer lowest) {
        return background && (whole || Backgrounds.is(lowest.id(), document));
    }
}
