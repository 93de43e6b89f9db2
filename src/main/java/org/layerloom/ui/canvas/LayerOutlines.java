package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;

/// Thin frames around the selected layers and groups that have no box of their own, while they can be moved.
final class LayerOutlines extends Pane {
    private final Editor editor;
    private final ViewState view;

    LayerOutlines(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        setMouseTransparent(true);
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectedProperty().addListener(refresh);
        view.viewportProperty().addListener(refresh);
        view.toolProperty().addListener(refresh);
        view.modeProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        List<Node> frames = new ArrayList<>();
        if (view.toolProperty().get() == ToolKind.MOVE) {
            Document document = editor.document();
            for (LayerId id : editor.selected()) {
                boolean boxed =
                        view.boxesVisibleProperty().get() && document.region(id).isPresent();
                Rect place = Moves.place(document, id);
                if (!boxed && !place.isEmpty() && !place.contains(document.canvas())) {
                    frames.add(frame(place));
                }
            }
        }
        if (!frames.isEmpty() || !getChildren().isEmpty()) {
            getChildren().setAll(frames);
        }
    }

    private Rectangle frame(Rect place) {
        Viewport viewport = view.viewportProperty().get();
        double left = crisp(viewport.toViewX(place.x()));
        double top = crisp(viewport.toViewY(place.y()));
        Rectangle frame = new Rectangle(
                left,
                top,
                crisp(viewport.toViewX(place.right())) - left,
                crisp(viewport.toViewY(place.bottom())) - top);
        frame.getStyleClass().add("loom-frame");
        return frame;
    }

    private static double crisp(double at) {
        return Math.round(at - 0.5) + 0.5;
    }
}
