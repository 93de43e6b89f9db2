package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.ui.Tags;
import org.layerloom.ui.tools.Handle;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// One box on the canvas: outline, handles and the chip with its name. Shows only; the tools do the work.
final class RegionBox extends Pane {
    private static final double CHIP_HEIGHT = 20;
    private static final double CHIP_GAP = 4;
    private static final double HANDLE = 8;

    /// All that a box is drawn from.
    private record Shown(Region region, Look look, Viewport viewport) {}

    private final Words words = Words.of(RegionBox.class);
    private final Rectangle halo = outline();
    private final Rectangle line = outline();
    private final List<Rectangle> handles = new ArrayList<>();
    private final Label name = new Label();
    private final Label size = new Label();
    private final HBox chip = new HBox(6, name, size);
    private Shown shown;

    /// How a box is to look.
    ///
    /// @param empty whether nothing was made from it yet
    /// @param running whether a run is making it
    /// @param handles whether it can be stretched now
    /// @param caption what stands beside the name in place of the size; blank = the size
    record Look(
            String name,
            boolean empty,
            boolean running,
            boolean selected,
            boolean hovered,
            boolean handles,
            String caption) {
        boolean dashed() {
            return empty || running && !selected;
        }

        double fill() {
            if (running) {
                return 0;
            }
            return empty ? 0.14 : hovered && !selected ? 0.10 : 0;
        }
    }

    RegionBox(Region region) {
        setId("region-" + region.layer().value());
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.NODE);
        halo.setFill(null);
        halo.setStroke(Color.gray(0, 0.28));
        getStyleClass().add("region-box");
        chip.getStyleClass().add("box-label");
        name.getStyleClass().add("box-name");
        size.getStyleClass().add("box-size");
        getChildren().addAll(halo, line, chip);
        for (int i = 0; i < Handle.values().length; i++) {
            Rectangle handle = new Rectangle(HANDLE, HANDLE);
            handle.getStyleClass().add("handle");
            handles.add(handle);
        }
        getChildren().addAll(handles);
    }

    private static Rectangle outline() {
        Rectangle rectangle = new Rectangle();
        rectangle.setStrokeType(StrokeType.CENTERED);
        return rectangle;
    }

    void update(Region region, Look look, Viewport viewport) {
        Shown now = new Shown(region, look, viewport);
        if (!now.equals(shown)) {
            shown = now;
            show(region, look, viewport);
        }
    }

    private void show(Region region, Look look, Viewport viewport) {
        Color tag = Tags.color(region.tag());
        boolean thick = look.selected() || look.hovered();
        place(region.box(), viewport, thick ? 2 : 1);
        line.setStroke(thick ? tag : tag.deriveColor(0, 1, 1, 0.85));
        List<Double> dashes = look.dashed() ? List.of(6.0, 4.0) : List.of();
        line.getStrokeDashArray().setAll(dashes);
        halo.getStrokeDashArray().setAll(dashes);
        line.setFill(tag.deriveColor(0, 1, 1, look.fill()));
        showHandles(look.handles(), tag);
        showChip(region, look);
        Rect box = region.box();
        setAccessibleText(words.text("box", look.name(), box.x(), box.y(), box.width(), box.height()));
    }

    private void place(Rect box, Viewport viewport, double stroke) {
        double shift = stroke % 2 / 2;
        double left = Math.round(viewport.toViewX(box.x()) - shift) + shift;
        double top = Math.round(viewport.toViewY(box.y()) - shift) + shift;
        double right = Math.round(viewport.toViewX(box.right()) - shift) + shift;
        double bottom = Math.round(viewport.toViewY(box.bottom()) - shift) + shift;
        for (Rectangle rectangle : List.of(halo, line)) {
            rectangle.setX(left);
            rectangle.setY(top);
            rectangle.setWidth(right - left);
            rectangle.setHeight(bottom - top);
        }
        halo.setStrokeWidth(stroke + 1);
        line.setStrokeWidth(stroke);
    }

    private void showHandles(boolean shown, Color tag) {
        Color edge = tag.deriveColor(0, 1, 0.78, 1);
        for (Handle handle : Handle.values()) {
            Rectangle square = handles.get(handle.ordinal());
            square.setVisible(shown);
            square.setStroke(edge);
            square.setX(line.getX() + line.getWidth() * (1 + handle.horizontal()) / 2 - HANDLE / 2);
            square.setY(line.getY() + line.getHeight() * (1 + handle.vertical()) / 2 - HANDLE / 2);
        }
    }

    /// Above the box, or inside it where it would leave the view.
    private void showChip(Region region, Look look) {
        chip.setVisible(!look.caption().isBlank() || look.hovered() || look.selected() && !look.running());
        name.setText(look.name());
        boolean captioned = !look.caption().isBlank();
        size.setText(
                captioned
                        ? look.caption()
                        : region.box().width() + " \u00d7 " + region.box().height());
        size.setVisible(look.selected() || captioned);
        size.setManaged(look.selected() || captioned);
        chip.setStyle("-fx-background-color: " + Tags.css(region.tag()) + ";");
        double above = line.getY() - CHIP_HEIGHT - CHIP_GAP;
        boolean inside = above < 0;
        chip.relocate(
                Math.max(CHIP_GAP, line.getX() - 1 + (inside ? CHIP_GAP + 1 : 0)),
                inside ? Math.max(line.getY(), 0) + CHIP_GAP : above);
    }
}
