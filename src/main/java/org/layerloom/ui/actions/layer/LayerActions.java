package org.layerloom.ui.actions.layer;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;

/// All edits of layers, boxes, marquee and page as actions of the menus Edit and Layer.
public final class LayerActions {
    private final EditActions edits;
    private final ClipboardActions clipboard;

    /// @param notices is told why an edit was refused
    public LayerActions(Editor editor, Consumer<Notice> notices) {
        edits = new EditActions(editor, notices);
        clipboard = new ClipboardActions(edits);
    }

    /// Where the system's clipboard is joined to that of the layers.
    public ClipboardActions clipboard() {
        return clipboard;
    }

    /// The digits that set opacity and fill.
    public OpacityKeys opacityKeys(Actions actions) {
        return new OpacityKeys(edits, actions, System::currentTimeMillis);
    }

    /// To be called after undo and redo are there.
    ///
    /// @param colour gives the straight colour that pixels are filled with
    public void registerEdit(Actions actions, IntSupplier colour) {
        actions.register(clipboard.all());
        actions.register(new SelectionActions(edits, colour).all());
        actions.register(new PageActions(edits).all());
    }

    /// @param rename begins to edit the selected layer's name in its row
    public void registerLayer(Actions actions, Runnable rename) {
        StackActions stack = new StackActions(edits);
        actions.register(stack.making());
        actions.register(renaming(rename));
        actions.register(stack.grouping());
        actions.register(new MaskActions(edits).all());
        actions.register(new LookActions(edits).all().toArray(Action[]::new));
        actions.register(new OrderActions(edits).all());
        actions.register(new PlaceActions(edits).all().toArray(Action[]::new));
        actions.register(stack.merging());
    }

    private Action renaming(Runnable rename) {
        return edits.action(Section.LAYER, "layer-rename", rename, Subject::hasLayers)
                .withIcon("mdi2r-rename-outline")
                .withKey("F2");
    }
}
