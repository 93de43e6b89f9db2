package org.layerloom.ui.paint;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextLines;
import org.layerloom.ui.Editor;
import org.layerloom.ui.tools.Cue;
import org.layerloom.ui.tools.DirectTool;
import org.layerloom.ui.tools.Pointer;

/// The text tool: a click on a text edits it, a click elsewhere begins a new one, or ends the one that is being
/// typed.
public final class TextTool implements DirectTool {
    /// Room around a text that still belongs to it, view px.
    private static final double REACH = 6;

    private final Editor editor;
    private final TextSession session;
    private final TextOverlay overlay;
    private int anchor;

    public TextTool(Editor editor, TextSession session, TextOverlay overlay) {
        this.editor = editor;
        this.session = session;
        this.overlay = overlay;
    }

    @Override
    public void press(Pointer at) {
        if (session.isGoing()) {
            TextLines lines = new TextLines(session.editingProperty().get().text());
            if (!isWithin(lines, at)) {
                session.finish();
                return;
            }
        } else {
            textAt(editor.document().layers(), at)
                    .ifPresentOrElse(session::begin, () -> session.beginNew(at.x(), at.y()));
        }
        if (session.isGoing()) {
            anchor = index(at);
            overlay.select(anchor, anchor);
        }
    }

    @Override
    public void drag(Pointer to) {
        if (session.isGoing()) {
            overlay.select(anchor, index(to));
        }
    }

    @Override
    public void release(Pointer to) {
        overlay.focus();
    }

    @Override
    public void cancel() {
        // A press only puts the caret: what was typed stays.
    }

    @Override
    public Cue.Shape shape(Pointer at) {
        return Cue.Shape.TEXT;
    }

    private int index(Pointer at) {
        return new TextLines(session.editingProperty().get().text()).indexAt(at.x(), at.y());
    }

    private static Optional<TextLayer> textAt(List<Layer> layers, Pointer at) {
        for (Layer layer : layers.reversed()) {
            Optional<TextLayer> found = switch (layer) {
                case GroupLayer group when group.props().visible() -> textAt(group.children(), at);
                case TextLayer text
                when text.props().visible() && isWithin(new TextLines(text.text()), at) -> Optional.of(text);
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(TextLines lines, Pointer at) {
        double reach = REACH * at.pixel();
        java.awt.geom.Rectangle2D room = lines.bounds();
        return at.x() >= room.getMinX() - reach
                && at.x() <= room.getMaxX() + reach
                && at.y() >= room.getMinY() - reach
                && at.y() <= room.getMaxY() + reach;
    }
}
