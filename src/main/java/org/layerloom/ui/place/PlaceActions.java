package org.layerloom.ui.place;

import java.util.List;
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
}
