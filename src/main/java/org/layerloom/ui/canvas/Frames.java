package org.layerloom.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Toolbox;

/// The tools that shape a frame, transform and crop, on the canvas: their frames over it, and the keys that end them.
/// Enter and a double click apply, Esc leaves everything as it was, arrows nudge.
public final class Frames {
    private final TransformControl transform;
    private final CropControl crop;

    /// @param tools takes both tools
    /// @param messages takes sentences for the user
    public Frames(Editor editor, ViewState view, CanvasView canvas, Toolbox tools, Consumer<String> messages) {
        transform = new TransformControl(editor, view, messages);
        crop = new CropControl(editor, view);
        tools.add(ToolKind.CROP, crop).add(ToolKind.TRANSFORM, transform);
        canvas.addOverlay(new TransformOverlay(transform, view));
        canvas.addOverlay(new CropOverlay(crop, view, canvas));
        canvas.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                active().ifPresent(Framer::apply);
            }
        });
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public TransformControl transform() {
        return transform;
    }

    public CropControl crop() {
        return crop;
    }

    private Optional<Framer> active() {
        return List.<Framer>of(transform, crop).stream()
                .filter(Framer::isActive)
                .findFirst();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        active().ifPresent(framer -> {
            int step = event.isShiftDown() ? 10 : 1;
            boolean used = true;
            switch (event.getCode()) {
                case ENTER -> framer.apply();
                case LEFT -> framer.nudge(-step, 0);
                case RIGHT -> framer.nudge(step, 0);
                case UP -> framer.nudge(0, -step);
                case DOWN -> framer.nudge(0, step);
                default -> used = false;
            }
            if (used) {
                event.consume();
            }
        });
    }

    /// Takes the frame away.
    ///
    /// @return whether there was one
    public boolean abandon() {
        Optional<Framer> active = active();
        active.ifPresent(Framer::abandon);
        return active.isPresent();
    }
}
