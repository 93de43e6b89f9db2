package org.layerloom.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The whole design at one moment. Immutable; an edit gives the next document and shares all that it left alone.
///
/// @param prompt what the whole picture shows
/// @param regions the drawn boxes, bottom first
/// @param layers the layer tree, bottom first
/// @param guides in the order in which they were drawn
/// @param marquee the pixels that edits are held to; empty = none are left out
/// @param foreign of the file that it was opened from, what only that file's kind knows
/// @param nextId the id that the next layer or region takes; raised above every id in use
public record Document(
        int width,
        int height,
        String prompt,
        List<Region> regions,
        List<Layer> layers,
        List<Guide> guides,
        Optional<Marquee> marquee,
        Paper paper,
        Foreign foreign,
        int nextId) {
    /// Longest side that a page may have, px.
    public static final int MAX_SIDE = 300_000;
    /// Most pixels of a page: what flattens it holds them in one array of 1 GiB.
    public static final long MAX_PIXELS = 1L << 28;

    public Document {
        if (!isPage(width, height)) {
            throw new IllegalArgumentException("a page of " + width + " x " + height + " px: each side must be 1 to "
                    + MAX_SIDE + ", the area at most " + MAX_PIXELS);
        }
        Objects.requireNonNull(prompt);
        regions = List.copyOf(regions);
        layers = List.copyOf(layers);
        guides = List.copyOf(guides);
        Objects.requireNonNull(marquee);
        Objects.requireNonNull(paper);
        Objects.requireNonNull(foreign);
        int highest = Stream.concat(
                        regions.stream().map(Region::layer),
                        layers.stream().flatMap(Document::tree).map(Layer::id))
                .mapToInt(LayerId::value)
                .max()
                .orElse(0);
        nextId = Math.max(nextId, highest + 1);
    }

    /// Whether a page may be of that size.
    public static boolean isPage(int width, int height) {
        return width >= 1 && width <= MAX_SIDE && height >= 1 && height <= maxSide(width);
    }

    /// The longest side that a page may have beside one of `other` px, which is 1 at least.
    public static int maxSide(int other) {
        return (int) Math.min(MAX_SIDE, MAX_PIXELS / other);
    }

    public static Document blank(int width, int height) {
        return new Document(
                width, height, "", List.of(), List.of(), List.of(), Optional.empty(), Paper.SCREEN, Foreign.NOTHING, 1);
    }

    public Rect canvas() {
        return new Rect(0, 0, width, height);
    }

    /// The id that `addRegion` or `add` is to use next.
    public LayerId newId() {
        return new LayerId(nextId);
    }

    public Document withPrompt(String prompt) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withRegions(List<Region> regions) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withLayers(List<Layer> layers) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withGuides(List<Guide> guides) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withMarquee(Optional<Marquee> marquee) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withPaper(Paper paper) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    public Document withForeign(Foreign foreign) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    /// The same contents on a page of another size, growing or cut at its right and lower edge.
    public Document withSize(int width, int height) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    /// The same contents with ids handed out from `nextId` on, or above the highest in use.
    public Document withNextId(int nextId) {
        return new Document(width, height, prompt, regions, layers, guides, marquee, paper, foreign, nextId);
    }

    /// A new box on top of the others, in the next tag colour.
    public Document addRegion(Rect box) {
        List<Region> more = new ArrayList<>(regions);
        more.add(new Region(newId(), box, "", (nextId - 1) % LayerProps.TAGS));
        return withRegions(more);
    }

    public Optional<Region> region(LayerId id) {
        return regions.stream().filter(r -> r.layer().equals(id)).findFirst();
    }

    /// The same document with one region edited; unchanged where there is no such region.
    public Document withRegion(LayerId id, UnaryOperator<Region> edit) {
        return withRegions(regions.stream()
                .map(r -> r.layer().equals(id) ? edit.apply(r) : r)
                .toList());
    }

    public Document withoutRegion(LayerId id) {
        return withRegions(regions.stream().filter(r -> !r.layer().equals(id)).toList());
    }

    /// All layers of the tree, groups before their children, bottom first.
    public Stream<Layer> allLayers() {
        return layers.stream().flatMap(Document::tree);
    }

    private static Stream<Layer> tree(Layer layer) {
        return layer instanceof GroupLayer group
                ? Stream.concat(Stream.of(layer), group.children().stream().flatMap(Document::tree))
                : Stream.of(layer);
    }

    public Optional<Layer> layer(LayerId id) {
        return allLayers().filter(l -> l.id().equals(id)).findFirst();
    }

    /// Adds a layer on top of the stack.
    public Document add(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return withLayers(more);
    }

    /// The same document with one layer edited, wherever it is in the tree; unchanged where there is no such layer.
    public Document with(LayerId id, UnaryOperator<Layer> edit) {
        return withLayers(edited(layers, id, edit));
    }

    private static List<Layer> edited(List<Layer> layers, LayerId id, UnaryOperator<Layer> edit) {
        return layers.stream()
                .map(layer -> {
                    if (layer.id().equals(id)) {
                        return edit.apply(layer);
                    }
                    return layer instanceof GroupLayer group && contains(group, id)
                            ? group.withChildren(edited(group.children(), id, edit))
                            : layer;
                })
                .toList();
    }

    private static boolean contains(GroupLayer group, LayerId id) {
        return tree(group).anyMatch(l -> l.id().equals(id));
    }

    /// The document without that layer; its region stays and is empty again.
    public Document without(LayerId id) {
        return withLayers(removed(layers, id));
    }

    private static List<Layer> removed(List<Layer> layers, LayerId id) {
        return layers.stream()
                .filter(layer -> !layer.id().equals(id))
                .map(layer -> layer instanceof GroupLayer group && contains(group, id)
                        ? group.withChildren(removed(group.children(), id))
                        : layer)
                .toList();
    }

    /// Moves a top-level layer to `index` of the stack, counted without it, bottom = 0.
    public Document reorder(LayerId id, int index) {
        List<Layer> order = new ArrayList<>(layers);
        Layer moved = order.stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer " + id.value() + " to move"));
        order.remove(moved);
        order.add(Math.clamp(index, 0, order.size()), moved);
        return withLayers(order);
    }
}
