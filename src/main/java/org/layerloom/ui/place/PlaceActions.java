package org.layerloom.ui.place;

import java.util.List;
import javafx.beans.binding.Bindings;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;
import org.layerloom.words.Words;

/// The actions that bring pictures in and give the design out as one.
public final class PlaceActions {
    private PlaceActions() {}

    /// The action of the menu File.
    public static Action place(PicturePlacer placer) {
        return Action.of(Section.FILE, "place", Words.of(PlaceActions.class).text("place"), placer::choose)
                .withIcon("mdi2i-image-plus")
                .withKey("Shortcut+Shift+P");
    }

    /// The action of the menu Edit.
    public static Action copyMerged(PictureClipboard clipboard) {
        return Action.of(
                        Section.EDIT,
                        "copy-merged",
                        Words.of(PlaceActions.class).text("copy-merged"),
                        () -> clipboard.copy(List.of()))
                .withKey("Shortcut+Shift+C");
    }

    /// The action of the menu Layer.
    public static Action replace(PicturePlacer placer, Editor editor) {
        return Action.of(
                        Section.LAYER,
                        "replace-picture",
                        Words.of(PlaceActions.class).text("replace"),
                        placer::chooseOther)
                .withIcon("mdi2i-image-refresh-outline")
                .enabledWhen(Bindings.createBooleanBinding(
                        placer::canReplace, editor.documentProperty(), editor.selectedProperty()));
    }
}
