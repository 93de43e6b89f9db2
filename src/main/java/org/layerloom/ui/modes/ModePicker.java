package org.layerloom.ui.modes;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.ui.Flyout;

/// The modes of a model to choose from; those whose files are missing are shown with what they lack.
public final class ModePicker {
    private final Flyout flyout = new Flyout();

    /// Opens above `owner`, or closes.
    public void toggle(Node owner, Abilities abilities, Mode chosen, Consumer<Mode> onChosen) {
        ChoiceList list = new ChoiceList(Modes.text("modes"));
        for (Mode mode : abilities.modes().keySet()) {
            ChoiceRow row = new ChoiceRow(Modes.title(mode), Modes.about(mode), mode == chosen, () -> {
                flyout.hide();
                onChosen.accept(mode);
            });
            List<MissingFile> missing = abilities.modes().get(mode);
            if (!missing.isEmpty()) {
                row.shut();
                row.addMissing(Modes.needed(missing), missing.getFirst().place());
            }
            list.add(row);
        }
        flyout.setContent(list);
        flyout.toggle(owner);
        list.focusChosen();
    }
}
