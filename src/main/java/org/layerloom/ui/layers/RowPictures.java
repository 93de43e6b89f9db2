package org.layerloom.ui.layers;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Layer;
import org.layerloom.document.Mask;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// The pictures of a row: an arrow where the layer is clipped, what it shows, and its mask, crossed out where that is
/// disabled. One of the two is framed: the one that painting changes.
final class RowPictures extends HBox {
    private static final Words WORDS = Words.of(RowPictures.class);
    private static final double GAP = 4;
    /// How far the cross stays from the mask's edges, px.
    private static final double CROSS_INSET = 3;

    private final FontIcon arrow = new FontIcon("mdi2a-arrow-down-left");
    private final LayerThumbnail layer = new LayerThumbnail();
    private final LayerThumbnail mask = new LayerThumbnail();
    private final StackPane layerFrame = frame(layer);
    private final StackPane maskFrame = frame(mask);
    private final Line down = new Line();
    private final Line up = new Line();

    RowPictures() {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        arrow.getStyleClass().addAll("tiny", "dim");
        mask.getStyleClass().add("layer-mask");
        double right = Thumbnails.WIDTH - CROSS_INSET;
        double bottom = Thumbnails.HEIGHT - CROSS_INSET;
        cross(down, CROSS_INSET, CROSS_INSET, right, bottom);
        cross(up, CROSS_INSET, bottom, right, CROSS_INSET);
        mask.getChildren().addAll(down, up);
        Tooltip tooltip = new Tooltip(WORDS.text("mask.tip"));
        tooltip.setShowDelay(Duration.millis(600));
        Tooltip.install(maskFrame, tooltip);
        getChildren().addAll(arrow, layerFrame, maskFrame);
    }

    private static StackPane frame(LayerThumbnail picture) {
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("layer-frame");
        return frame;
    }

    private static void cross(Line line, double x1, double y1, double x2, double y2) {
        line.setManaged(false);
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
        line.getStyleClass().add("layer-mask-cross");
    }

    /// @param page what masks are shown of
    void show(LayerRow row, Thumbnails thumbnails, Rect page) {
        show(arrow, row.clipped());
        show(layerFrame, row.layer() instanceof RasterLayer);
        if (row.layer() instanceof RasterLayer pixels) {
            layer.show(thumbnails.of(pixels.raster()));
            layer.mark(LayerKind.of(pixels));
        }
        show(maskFrame, row.props().mask().isPresent());
        row.props().mask().ifPresent(shown -> show(shown, row.layer(), thumbnails, page));
    }

    private void show(Mask shown, Layer of, Thumbnails thumbnails, Rect page) {
        mask.show(thumbnails.of(shown, page));
        down.setVisible(!shown.enabled());
        up.setVisible(!shown.enabled());
        maskFrame.setAccessibleText(WORDS.text(shown.enabled() ? "mask.of" : "mask.off.of", of.name()));
    }

    /// Frames what painting changes of the primary selected layer; a layer without a mask needs no frame.
    void markEdited(boolean primary, boolean maskEdited) {
        frame(layerFrame, primary && !maskEdited && maskFrame.isVisible());
        frame(maskFrame, primary && maskEdited);
    }

    private static void frame(Node node, boolean on) {
        node.getStyleClass().remove("on");
        if (on) {
            node.getStyleClass().add("on");
        }
    }

    Node layerPicture() {
        return layerFrame;
    }

    Node maskPicture() {
        return maskFrame;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
