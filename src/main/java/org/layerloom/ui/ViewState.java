package org.layerloom.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.ui.tools.SnapSettings;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;

/// What the window shows that is no part of the document: no undo, not saved with it.
public final class ViewState {
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(new Viewport(1, 0, 0));
    private final ObjectProperty<ViewMode> mode = new SimpleObjectProperty<>(ViewMode.BOXES);
    private final BooleanProperty boxesVisible = new SimpleBooleanProperty(true);
    private final BooleanProperty rulersVisible = new SimpleBooleanProperty(true);
    private final BooleanProperty snapping = new SimpleBooleanProperty(true);
    private final BooleanProperty guidesVisible = new SimpleBooleanProperty(true);
    private final BooleanProperty guidesLocked = new SimpleBooleanProperty();
    private final BooleanProperty gridVisible = new SimpleBooleanProperty();
    private final IntegerProperty gridStep = new SimpleIntegerProperty(32);
    private final BooleanProperty pixelGridVisible = new SimpleBooleanProperty(true);
    private final BooleanProperty panelsVisible = new SimpleBooleanProperty(true);
    private final ObjectProperty<ToolKind> tool = new SimpleObjectProperty<>(ToolKind.BOX);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObjectProperty<Caption> caption = new SimpleObjectProperty<>();
    private final BooleanProperty dark = new SimpleBooleanProperty(true);

    public ViewState() {
        mode.addListener((o, before, now) -> boxesVisible.set(now == ViewMode.BOXES));
        boxesVisible.addListener((o, before, now) -> {
            if (now) {
                mode.set(ViewMode.BOXES);
            } else if (mode.get() == ViewMode.BOXES) {
                mode.set(ViewMode.PICTURE);
            }
        });
    }

    /// Zoom and place of the page on the canvas.
    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /// What the canvas shows of the page.
    public ObjectProperty<ViewMode> modeProperty() {
        return mode;
    }

    /// Whether the boxes are drawn over the picture: whether the mode is that of boxes.
    public BooleanProperty boxesVisibleProperty() {
        return boxesVisible;
    }

    /// Whether rulers stand along the canvas.
    public BooleanProperty rulersVisibleProperty() {
        return rulersVisible;
    }

    /// Whether drags snap to what is near.
    public BooleanProperty snappingProperty() {
        return snapping;
    }

    public BooleanProperty guidesVisibleProperty() {
        return guidesVisible;
    }

    /// Whether guides stay where they are.
    public BooleanProperty guidesLockedProperty() {
        return guidesLocked;
    }

    public BooleanProperty gridVisibleProperty() {
        return gridVisible;
    }

    /// Distance of the grid's lines, document px, at least 1.
    public IntegerProperty gridStepProperty() {
        return gridStep;
    }

    /// Whether single pixels are told apart by lines where they are large enough.
    public BooleanProperty pixelGridVisibleProperty() {
        return pixelGridVisible;
    }

    /// What drags snap to now: guides and grid only while they are seen.
    public SnapSettings snapSettings() {
        return new SnapSettings(snapping.get(), guidesVisible.get(), gridVisible.get() ? gridStep.get() : 0);
    }

    /// Whether the tool bar, the options row and the right panel are there.
    public BooleanProperty panelsVisibleProperty() {
        return panelsVisible;
    }

    public ObjectProperty<ToolKind> toolProperty() {
        return tool;
    }

    /// What the chip of one box says of it now; null = nothing but its size.
    public ObjectProperty<Caption> captionProperty() {
        return caption;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether the colours on screen are the dark ones: what `theme` comes to on this system.
    public BooleanProperty darkProperty() {
        return dark;
    }
}
