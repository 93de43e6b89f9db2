package org.layerloom.ui.tools;

import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// What a crop is to leave: a frame that may also reach beyond the page.
public record CropFrame(Rect rect) {
    /// How far the frame may reach beyond the page, px.
    private static final int FAR = Document.MAX_SIDE;

    /// What a place of the frame is taken by: a handle, else the inside moves it, else a new frame is drawn.
    public record Grip(Optional<Handle> handle, boolean inside) {}

    public Grip under(Pointer at) {
        return new Grip(Handle.under(rect, at), rect.contains(at.column(), at.row()));
    }

    /// The frame with a grip dragged; Shift keeps its proportions, Alt its centre.
    ///
    /// @param shape what it is held to
    /// @param page the whole page
    public CropFrame dragged(Grip grip, Pointer from, Pointer to, CropShape shape, Rect page) {
        Rect room = new Rect(-FAR, -FAR, 3 * FAR, 3 * FAR);
        if (grip.handle().isPresent()) {
            return limited(Boxes.resize(
                    rect,
                    grip.handle().get(),
                    to.x() - from.x(),
                    to.y() - from.y(),
                    to.shift() || !shape.isFree(),
                    to.alt(),
                    room));
        }
        if (grip.inside()) {
            Offset offset = Offset.between(from, to);
            return limited(rect.translate(offset.dx(), offset.dy()));
        }
        Rect drawn = Boxes.draw(from, to, room);
        return drawn.isEmpty() ? this : limited(shape.drawn(drawn, page, to.x() >= from.x(), to.y() >= from.y()));
    }

    /// The same as far as a page can be.
    public static CropFrame limited(Rect rect) {
        int width = Math.clamp(rect.width(), 1, Document.MAX_SIDE);
        return new CropFrame(
                new Rect(rect.x(), rect.y(), width, Math.clamp(rect.height(), 1, Document.maxSide(width))));
    }
}
