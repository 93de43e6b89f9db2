package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Pane;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Caption;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;

/// The boxes over the picture, each in its tag colour: dashed while empty, with handles when selected, thick under
/// the pointer.
final class RegionOverlay extends Pane {
    private final Editor editor;
    private final ViewState view;
    private final Map<LayerId, RegionBox> boxes = new HashMap<>();
    private final BooleanProperty running = new SimpleBooleanProperty();

    RegionOverlay(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        setMouseTransparent(true);
        // A frame that is being shaped has the canvas for itself.
        visibleProperty()
                .bind(view.boxesVisibleProperty()
                        .and(view.toolProperty().isNotEqualTo(ToolKind.TRANSFORM))
                        .and(view.toolProperty().isNotEqualTo(ToolKind.CROP)));
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectedProperty().addListener(refresh);
        editor.selectionProperty().addListener(refresh);
        editor.hoveredProperty().addListener(refresh);
        view.viewportProperty().addListener(refresh);
        view.toolProperty().addListener(refresh);
        view.captionProperty().addListener(refresh);
        running.addListener(refresh);
        refresh();
    }

    /// Whether a run is making the boxes: they are dashed and let the preview be seen.
    BooleanProperty runningProperty() {
        return running;
    }

    private void refresh() {
        Document document = editor.document();
        boxes.keySet().removeIf(id -> document.region(id).isEmpty());
        List<RegionBox> shown = new ArrayList<>();
        RegionBox selected = null;
        for (Region region : document.regions()) {
            RegionBox box = boxes.computeIfAbsent(region.layer(), id -> new RegionBox(region));
            box.update(region, look(document, region), view.viewportProperty().get());
            if (region.layer().equals(editor.selectionProperty().get())) {
                selected = box;
            } else {
                shown.add(box);
            }
        }
        if (selected != null) {
            shown.add(selected);
        }
        if (!shown.equals(getChildren())) {
            getChildren().setAll(shown);
        }
    }

    private String caption(Region region) {
        Caption caption = view.captionProperty().get();
        return caption != null && caption.box().equals(region.layer()) ? caption.text() : "";
    }

    private RegionBox.Look look(Document document, Region region) {
        boolean made = document.layer(region.layer()).isPresent();
        boolean primary = region.layer().equals(editor.selectionProperty().get());
        boolean boxTool = view.toolProperty().get() == ToolKind.BOX;
        return new RegionBox.Look(
                Moves.name(document, region.layer()),
                !made,
                running.get(),
                editor.selected().contains(region.layer()),
                region.layer().equals(editor.hoveredProperty().get()),
                primary && boxTool && !running.get(),
                caption(region));
    }
}
