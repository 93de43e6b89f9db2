package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Binder;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Start;
import org.layerloom.generate.Target;
import org.layerloom.network.flux.TokenBox;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.pipeline.LayerStack;
import org.layerloom.words.Words;

/// A request on the model's own canvas: which layer is what, where its tokens lie, and the way between the two
/// canvases.
///
/// Layer 0 is the picture, 1 the background, then come given layers, the targets, and given foregrounds on top.
///
/// A model of ART's form draws where things lie on the canvas, in the tokens that a box touches, and what is
/// outside the drawn box is cut off; a page whose sides are no multiples of a token lies in the left upper corner of
/// a canvas that is a little larger, the rest of which is cut off too. A model that is told a token's place in its box
/// draws things that fill the
/// token box: there the box goes to the nearest tokens, and what they hold is fitted into the drawn box, so nothing
/// is cut.
///
/// @param size of the model's canvas
/// @param across px of the model's canvas to a px of the page
/// @param down   likewise
/// @param fitsBoxes whether what is made is fitted into the drawn boxes
/// @param slots what layers 2 and on are
/// @param background the given background, if there is one
record Scene(
        GenerateRequest request,
        CanvasRange.Size size,
        double across,
        double down,
        int stride,
        boolean fitsBoxes,
        List<Slot> slots,
        Optional<Fixed> background,
        TokenLayout layout) {
    private static final Words WORDS = Words.of(Scene.class);

    /// Layers below the first box: the picture and the background.
    static final int FIRST_BOX = 2;

    /// Side of a box, in tokens, from which on our model draws things well: its training had mostly boxes of 3 to 5.
    private static final double WANTED_TOKENS = 3;

    /// From this aspect on a box is a line of text.
    private static final double LINE = 1.8;

    /// A box's layer: to be made, or given.
    ///
    /// @param target null where the layer is given
    /// @param fixed  null where it is to be made
    record Slot(Target target, Fixed fixed) {
        Rect box() {
            return target == null ? fixed.box() : target.box();
        }

        Optional<String> prompt() {
            return target == null ? Optional.empty() : target.prompt();
        }

        /// Whether it is made out of what it was, and not from noise alone.
        boolean isStarted() {
            return target != null && target.start().isPresent() && target.strength() < 1;
        }

        /// What decides which phrase of the prompt it gets.
        Binder.Box bound() {
            return target == null ? new Binder.Box(fixed.box(), Optional.empty(), fixed.link()) : Binder.Box.of(target);
        }
    }

    /// @throws IllegalArgumentException if a given layer has a role that no model of this kind takes
    static Scene of(GenerateRequest request, CanvasRange made, int stride, boolean fitsBoxes) {
        OptionalInt most = request.settings().workingSide();
        CanvasRange range = most.isPresent() ? made.atMost(most.getAsInt()) : made;
        CanvasRange.Padded padded = range.pad(request.width(), request.height());
        CanvasRange.Size size = fitsBoxes
                ? range.fit(request.width(), request.height(), WANTED_TOKENS * stride / typicalSide(request))
                : padded.size();
        double across = fitsBoxes ? (double) size.width() / request.width() : padded.scale();
        double down = fitsBoxes ? (double) size.height() / request.height() : padded.scale();
        List<Slot> slots = new ArrayList<>();
        addFixed(slots, request, Fixed.Role.LAYER);
        request.targets().forEach(target -> slots.add(new Slot(target, null)));
        addFixed(slots, request, Fixed.Role.FOREGROUND);
        int columns = size.width() / stride;
        int rows = size.height() / stride;
        List<TokenBox> boxes = new ArrayList<>();
        for (int i = 0; i < FIRST_BOX; i++) {
            boxes.add(new TokenBox(0, 0, columns, rows));
        }
        for (Slot slot : slots) {
            boxes.add(tokenBox(slot, scaled(slot.box(), across, down), size, stride, fitsBoxes));
        }
        TokenLayout layout = new TokenLayout(columns, rows, boxes);
        return new Scene(request, size, across, down, stride, fitsBoxes, slots, background(request), layout);
    }

    /// The median of the shorter sides of the boxes to be made, lines of text aside; of a page without such, the
    /// page's.
    private static double typicalSide(GenerateRequest request) {
        int[] sides = request.targets().stream()
                .map(Target::box)
                .filter(box -> Math.max(box.width(), box.height()) < LINE * Math.min(box.width(), box.height()))
                .mapToInt(box -> Math.min(box.width(), box.height()))
                .sorted()
                .toArray();
        return sides.length == 0 ? Math.max(request.width(), request.height()) : sides[sides.length / 2];
    }

    Rect page() {
        return new Rect(0, 0, request.width(), request.height());
    }

    /// What the background is made out of, where it is not given.
    Optional<Start> backgroundStart() {
        return request.backgroundStart().filter(start -> background.isEmpty() && start.strength() < 1);
    }

    /// The picture of all that is given and all that layers start from.
    Raster startPicture() {
        LayerStack stack = LayerStack.empty(request.width(), request.height());
        if (background.isPresent()) {
            stack = stack.with(
                    background.get().raster(),
                    background.get().box().x(),
                    background.get().box().y());
        }
        if (backgroundStart().isPresent()) {
            stack = stack.with(backgroundStart().get().raster(), 0, 0);
        }
        for (Slot slot : slots) {
            Raster raster = slot.fixed != null
                    ? slot.fixed.raster()
                    : slot.target.start().orElseThrow();
            stack = stack.with(raster, slot.box().x(), slot.box().y());
        }
        return stack.flatten();
    }

    private static void addFixed(List<Slot> slots, GenerateRequest request, Fixed.Role role) {
        for (Fixed fixed : request.fixed()) {
            if (fixed.role() == role) {
                requireOnCanvas(request, fixed);
                slots.add(new Slot(null, fixed));
            }
        }
    }

    private static void requireOnCanvas(GenerateRequest request, Fixed fixed) {
        Rect canvas = new Rect(0, 0, request.width(), request.height());
        if (fixed.box().isEmpty() || fixed.box().intersect(canvas).isEmpty()) {
            throw new IllegalArgumentException(
                    WORDS.text("given.outside", fixed.layer().value(), request.width(), request.height()));
        }
    }

    private static Optional<Fixed> background(GenerateRequest request) {
        List<Fixed.Role> known = List.of(Fixed.Role.LAYER, Fixed.Role.FOREGROUND, Fixed.Role.BACKGROUND);
        for (Fixed fixed : request.fixed()) {
            if (!known.contains(fixed.role())) {
                throw new IllegalArgumentException(WORDS.text(
                        "role.unknown",
                        request.model(),
                        fixed.role(),
                        fixed.layer().value()));
            }
        }
        List<Fixed> backgrounds = request.fixed().stream()
                .filter(fixed -> fixed.role() == Fixed.Role.BACKGROUND)
                .toList();
        if (backgrounds.size() > 1) {
            throw new IllegalArgumentException(WORDS.text("given.backgrounds", backgrounds.size()));
        }
        backgrounds.forEach(fixed -> requireOnCanvas(request, fixed));
        return backgrounds.stream().findFirst();
    }

    /// The edges of a box on the model's canvas.
    private record Edges(double left, double top, double right, double bottom) {}

    private static Edges scaled(Rect box, double across, double down) {
        return new Edges(box.x() * across, box.y() * down, box.right() * across, box.bottom() * down);
    }

    private static TokenBox tokenBox(Slot slot, Edges edges, CanvasRange.Size size, int stride, boolean fitsBoxes) {
        return fitsBoxes && slot.target() != null
                ? TokenBox.nearest(
                        edges.left, edges.top, edges.right, edges.bottom, stride, size.width(), size.height())
                : TokenBox.covering(
                        edges.left, edges.top, edges.right, edges.bottom, stride, size.width(), size.height());
    }

    /// Whether a layer's whole area stands for its whole box.
    private boolean isFitted(int layer) {
        return fitsBoxes && layer >= FIRST_BOX && slots.get(layer - FIRST_BOX).target() != null;
    }

    /// Whether what is made has to be scaled to be the request's.
    boolean isScaled() {
        return across != 1 || down != 1;
    }

    /// What of a picture of the model's canvas, at any size, is the page.
    Rect page(int width, int height) {
        int right = (int) Math.round(width * across * request.width() / size.width());
        int bottom = (int) Math.round(height * down * request.height() / size.height());
        return new Rect(0, 0, Math.clamp(right, 1, width), Math.clamp(bottom, 1, height));
    }

    /// Whether a layer's pixels are not those of the model, but scaled ones.
    boolean isResampled(int layer) {
        Rect box = slots.get(layer - FIRST_BOX).box();
        return isScaled()
                || isFitted(layer)
                        && (area(layer).width() != box.width() || area(layer).height() != box.height());
    }

    /// Where a layer's tokens lie on the model's canvas, px.
    Rect area(int layer) {
        TokenBox box = layout.box(layer);
        return new Rect(box.x() * stride, box.y() * stride, box.width() * stride, box.height() * stride);
    }

    /// A given raster as the pixels of a layer's area on the model's canvas, transparent around it.
    ///
    /// @param box where the raster lies on the request's canvas
    int[] place(Raster raster, Rect box, int layer) {
        Rect area = area(layer);
        if (isFitted(layer)) {
            return fit(raster.toArgb(), box, area);
        }
        Rect scaled = scaled(box);
        int[] pixels = fit(raster.toArgb(), box, scaled);
        int[] placed = new int[area.width() * area.height()];
        Rect common = scaled.intersect(area);
        for (int y = common.y(); y < common.bottom(); y++) {
            int from = (y - scaled.y()) * scaled.width() + common.x() - scaled.x();
            int to = (y - area.y()) * area.width() + common.x() - area.x();
            System.arraycopy(pixels, from, placed, to, common.width());
        }
        if (layer == 1) {
            runOn(placed, area, common);
        }
        return placed;
    }

    /// Makes a background's last column and row go on to the canvas' edges, where the page ends before.
    private static void runOn(int[] pixels, Rect area, Rect seen) {
        for (int y = seen.y(); y < seen.bottom(); y++) {
            int row = (y - area.y()) * area.width() - area.x();
            Arrays.fill(pixels, row + seen.right(), row + area.right(), pixels[row + seen.right() - 1]);
        }
        int last = (seen.bottom() - 1 - area.y()) * area.width();
        for (int y = seen.bottom(); y < area.bottom(); y++) {
            System.arraycopy(pixels, last, pixels, (y - area.y()) * area.width(), area.width());
        }
    }

    /// A picture of one size made one of another.
    private static int[] fit(int[] argb, Rect from, Rect to) {
        return from.width() == to.width() && from.height() == to.height()
                ? argb
                : Resampling.scale(
                        argb,
                        from.width(),
                        from.height(),
                        new Resampling.Window(0, 0, from.width(), from.height()),
                        to.width(),
                        to.height());
    }

    private Rect scaled(Rect box) {
        int left = (int) Math.round(box.x() * across);
        int top = (int) Math.round(box.y() * down);
        int width = Math.max(1, (int) Math.round(box.right() * across) - left);
        int height = Math.max(1, (int) Math.round(box.bottom() * down) - top);
        return new Rect(left, top, width, height);
    }

    /// The pixels of a box on the request's canvas, from those of a layer's area on the model's.
    int[] cut(int[] argb, int layer, Rect box) {
        Rect area = area(layer);
        if (isFitted(layer)) {
            return fit(argb, area, box);
        }
        if (isScaled()) {
            Resampling.Window window = new Resampling.Window(
                    box.x() * across - area.x(), box.y() * down - area.y(), box.width() * across, box.height() * down);
            return Resampling.scale(argb, area.width(), area.height(), window, box.width(), box.height());
        }
        int[] cut = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int from = (box.y() - area.y() + y) * area.width() + box.x() - area.x();
            System.arraycopy(argb, from, cut, y * box.width(), box.width());
        }
        return cut;
    }

    /// For each layer, whether its pixels are made (not given): the picture always is.
    boolean[] made() {
        boolean[] made = new boolean[layout.layers()];
        Arrays.fill(made, true);
        made[1] = background.isEmpty();
        for (int i = 0; i < slots.size(); i++) {
            made[FIRST_BOX + i] = slots.get(i).target() != null;
        }
        return made;
    }
}
