package org.layerloom.ui.tools;

import java.util.List;
import org.layerloom.document.Rect;
import org.layerloom.ui.tools.TransformFrame.Grip;

/// Draws the frame of a transform, while it is moved or scaled, to what stands still, as the move tool does with
/// layers. A turned frame is moved by the rectangle around it and scaled freely.
public record TransformSnap(Snapping snapping) {
    /// The frame with a grip dragged from `from` to `to`, drawn to what is near.
    public TransformFrame dragged(TransformFrame pressed, Grip grip, Pointer from, Pointer to) {
        return switch (grip) {
            case Grip.Move() -> {
                Offset offset = snapping.move(pressed.bounds(), Offset.between(from, to), from, to);
                yield pressed.movedTo(pressed.cx() + offset.dx(), pressed.cy() + offset.dy());
            }
            case Grip.Scale(Handle handle) when pressed.degrees() == 0 -> scaled(pressed, handle, from, to);
            default -> pressed.dragged(grip, from, to);
        };
    }

    private TransformFrame scaled(TransformFrame pressed, Handle handle, Pointer from, Pointer to) {
        TransformFrame free = pressed.dragged(new Grip.Scale(handle), from, to);
        double dx = handle.horizontal() == 0 ? 0 : snapped(true, free.handleX(handle), from, to);
        double dy = handle.vertical() == 0 ? 0 : snapped(false, free.handleY(handle), from, to);
        if (to.shift()) {
            Pointer near = new Pointer(to.x() + dx, to.y() + dy, to.pixel(), true, to.alt(), to.ctrl());
            return pressed.dragged(new Grip.Scale(handle), from, near);
        }
        // Proportions let one side alone meet something: the nearer one.
        if (dx != 0 && (dy == 0 || Math.abs(dx) <= Math.abs(dy))) {
            double anchor = to.alt() ? pressed.cx() : 2 * pressed.cx() - pressed.handleX(handle);
            double growth = (free.handleX(handle) + dx - anchor) / (pressed.handleX(handle) - anchor);
            return pressed.grown(handle, growth, to.alt());
        }
        if (dy != 0) {
            double anchor = to.alt() ? pressed.cy() : 2 * pressed.cy() - pressed.handleY(handle);
            double growth = (free.handleY(handle) + dy - anchor) / (pressed.handleY(handle) - anchor);
            return pressed.grown(handle, growth, to.alt());
        }
        return free;
    }

    /// How far an edge is drawn away from where the pointer pulls it.
    private double snapped(boolean alongX, double at, Pointer from, Pointer to) {
        return from.ctrl() ? 0 : snapping.edge(alongX, at, to) - at;
    }

    /// What the frame touches where it lies; a frame that is being turned touches nothing.
    public List<SnapLine> lines(TransformFrame now, Grip grip, Pointer from, Pointer to) {
        Rect bounds = now.bounds();
        return switch (grip) {
            case Grip.Move() -> snapping.lines(bounds, from, to);
            case Grip.Scale(Handle _) when now.degrees() == 0 -> snapping.lines(bounds, from, to);
            default -> List.of();
        };
    }
}
