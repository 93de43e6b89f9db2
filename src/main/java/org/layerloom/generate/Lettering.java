package org.layerloom.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.document.TextLayer;

/// What a prompt puts in quotation marks, set as layers of text in the boxes that get it: it stays editable, is spelt
/// right, and models are given it as it is, to paint the rest around it.
///
/// @param lines what is set
public record Lettering(List<Line> lines) {
    /// The model that such layers' recipes name.
    public static final String MAKER = "text";

    public static final Lettering NONE = new Lettering(List.of());

    private static final int NAME_LENGTH = 40;

    /// One box's text.
    ///
    /// @param before what was set there before from another prompt, and not edited since
    /// @param coloured whether the prompt says in which colour
    private record Line(TextLayer layer, Optional<TextLayer> before, boolean coloured) {}

    public Lettering {
        lines = List.copyOf(lines);
    }

    /// The text of those of `boxes` that have no layer yet, or one that was set from an older wording of the prompt.
    public static Lettering of(Document document, Set<LayerId> boxes) {
        Map<LayerId, Phrase> phrases = BoxPhrases.of(document);
        List<Line> lines = new ArrayList<>();
        for (Region region : document.regions()) {
            Rect box = region.box().intersect(document.canvas());
            String words = region.prompt().isBlank() && phrases.containsKey(region.layer())
                    ? phrases.get(region.layer()).text()
                    : region.prompt();
            if (boxes.contains(region.layer())
                    && !box.isEmpty()
                    && !content(words).isEmpty()) {
                line(document, region, box, words).ifPresent(lines::add);
            }
        }
        return new Lettering(lines);
    }

    private static Optional<Line> line(Document document, Region region, Rect box, String words) {
        Optional<Layer> there = document.layer(region.layer());
        if (there.isEmpty()) {
            Ink ink = Ink.of(words, document.prompt());
            LayerProps props =
                    LayerProps.named(region.layer(), name(content(words))).withTag(region.tag());
            return Optional.of(new Line(
                    TextFit.into(box, props.withRecipe(recipe(words)), ink.text(content(words))),
                    Optional.empty(),
                    ink.named()));
        }
        return there.filter(TextLayer.class::isInstance)
                .map(TextLayer.class::cast)
                .filter(old -> isAsSet(old) && !old.text().content().equals(content(words)))
                .map(old -> new Line(
                        TextFit.into(
                                box,
                                old.props().withName(name(content(words))).withRecipe(recipe(words)),
                                old.text().withContent(content(words))),
                        Optional.of(old),
                        true));
    }

    private static Recipe recipe(String words) {
        return new Recipe(words, 0, MAKER);
    }

    /// Whether the text says still what the prompt said when it was set.
    private static boolean isAsSet(TextLayer layer) {
        return layer.props()
                .recipe()
                .filter(recipe -> recipe.model().equals(MAKER))
                .filter(recipe -> content(recipe.prompt()).equals(layer.text().content()))
                .isPresent();
    }

    /// What stands in quotation marks, a line each; empty where nothing does.
    static String content(String words) {
        return PromptReader.quotes(words)
                .map(quote -> Optional.ofNullable(quote.group("single")).orElseGet(() -> quote.group("double")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String name(String content) {
        String line = content.replace('\n', ' ');
        return line.length() <= NAME_LENGTH
                ? line
                : line.substring(0, NAME_LENGTH).strip();
    }

    /// How many layers it comes to.
    public int count() {
        return lines.size();
    }

    /// With the text in its boxes, as far as these are there and nothing else came to them meanwhile.
    public Document applyTo(Document document) {
        return applyTo(document, Optional.empty());
    }

    /// The same over a new background: text that would be hard to read on it is set in dark or in light, unless the
    /// prompt names its colour.
    ///
    /// @param background of the page's size
    public Document applyTo(Document document, Optional<Raster> background) {
        Document next = document;
        Optional<Raster> ground =
                background.or(() -> GenerateResult.background(document).map(PixelLayer::raster));
        for (Line line : lines) {
            TextLayer layer = line.coloured || ground.isEmpty() ? line.layer : Ink.readable(line.layer, ground.get());
            next = put(next, line, layer);
        }
        return next;
    }

    private static Document put(Document document, Line line, TextLayer layer) {
        Optional<Layer> there = document.layer(layer.id());
        if (there.isEmpty()) {
            return document.region(layer.id())
                    .map(region -> GenerateResult.insert(document, region, layer))
                    .orElse(document);
        }
        boolean mine = there.equals(line.before.map(Layer.class::cast));
        return mine ? document.with(layer.id(), old -> layer) : document;
    }
}
