package org.layerloom.ui.actions.layer;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.edit.MarqueePixels;
import org.layerloom.edit.Moves;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Cut, copy and paste of layers and of the pixels inside the marquee.
public final class ClipboardActions {
    private final EditActions edits;
    private final LayerClipboard clipboard = new LayerClipboard();
    private Runnable onCopy = () -> {};
    private Foreign foreign = () -> false;

    ClipboardActions(EditActions edits) {
        this.edits = edits;
    }

    /// Pastes what another program copied.
    public interface Foreign {
        /// @return whether there was something newer than our own copy, which is pasted then
        boolean paste();
    }

    /// Called after layers were copied: their picture can go to the system's clipboard.
    public void setOnCopy(Runnable onCopy) {
        this.onCopy = onCopy;
    }

    /// Asked first when something is pasted.
    public void setForeign(Foreign foreign) {
        this.foreign = foreign;
    }

    Action[] all() {
        return new Action[] {
            edits.action(Section.EDIT, "cut", this::cut, Subject::hasLayers)
                    .withIcon("mdi2c-content-cut")
                    .withKey("Shortcut+X")
                    .afterRule(),
            edits.action(Section.EDIT, "copy", this::copy, Subject::hasLayers)
                    .withIcon("mdi2c-content-copy")
                    .withKey("Shortcut+C"),
            edits.action(Section.EDIT, "paste", this::paste, subject -> true)
                    .withIcon("mdi2c-content-paste")
                    .withKey("Shortcut+V")
        };
    }

    private boolean copy() {
        Subject subject = edits.subject();
        boolean copied = clipboard.copy(subject.document(), subject.ids());
        if (copied) {
            onCopy.run();
        }
        return copied;
    }

    private void cut() {
        Subject subject = edits.subject();
        boolean pixels = subject.document().marquee().isPresent() && subject.hasLayers(PixelLayer.class::isInstance);
        if (copy()) {
            edits.perform(
                    pixels
                            ? Edit.of("cut", MarqueePixels::delete)
                                    .minding(Guard.ALPHA)
                                    .onPixels()
                            : Edit.of("cut", ClipboardActions::deleted).minding(Guard.WHOLE));
        }
    }

    private static Document deleted(Document document, List<LayerId> ids) {
        return Moves.delete(document, ids);
    }

    private void paste() {
        if (!foreign.paste() && !clipboard.isEmpty()) {
            edits.perform(Edit.of("paste", clipboard::paste));
        }
    }
}
