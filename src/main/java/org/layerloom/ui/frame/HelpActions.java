package org.layerloom.ui.frame;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.keys.ShortcutSheet;
import org.layerloom.ui.palette.Findings;
import org.layerloom.ui.palette.Palette;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.PreferencesPage;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.words.Words;

/// The actions that find one's way: the palette, the sheet of keys, the preferences, the areas of the window.
public final class HelpActions {
    private static final Words WORDS = Words.of(HelpActions.class);

    private final Sheets sheets;
    private final Preferences preferences;
    private final Consumer<PreferencesPage> open;

    /// @param open shows a page of the preferences
    public HelpActions(Sheets sheets, Preferences preferences, Consumer<PreferencesPage> open) {
        this.sheets = sheets;
        this.preferences = preferences;
        this.open = open;
    }

    /// @param walk goes to the next area of the window, or to the one before
    public void register(Actions actions, Editor editor, Consumer<Boolean> walk) {
        Findings findings = new Findings(actions, editor, open);
        actions.register(
                Action.of(
                                Section.EDIT,
                                "preferences",
                                WORDS.text("action.preferences"),
                                () -> open.accept(PreferencesPage.GENERAL))
                        .withIcon("mdi2c-cog-outline")
                        .withKey("Shortcut+Comma")
                        .afterRule(),
                action("search", () -> search(findings))
                        .withIcon("mdi2m-magnify")
                        .withKey("Shortcut+K"),
                action("shortcuts", () -> showKeys(actions))
                        .withIcon("mdi2k-keyboard-outline")
                        .withKey("'?'"),
                action("tour", this::showTour).withIcon("mdi2l-lightbulb-on-outline"),
                action("next-area", () -> walk.accept(true)).withKey("F6").afterRule(),
                action("previous-area", () -> walk.accept(false)).withKey("Shift+F6"));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.HELP, name, WORDS.text("action." + name), work);
    }

    /// From the first hint on, in the middle of them too.
    private void showTour() {
        preferences.set(ProgramSettings.TOUR_DONE, true);
        preferences.set(ProgramSettings.TOUR_DONE, false);
    }

    private void search(Findings findings) {
        sheets.hang(
                Palette.WIDTH,
                new Palette(findings::all, preferences.property(ProgramSettings.RECENT_ACTIONS), sheets::close));
    }

    private void showKeys(Actions actions) {
        ShortcutSheet sheet = new ShortcutSheet(actions);
        sheets.open(
                WORDS.text("action.shortcuts"),
                ShortcutSheet.WIDTH,
                sheet,
                sheet.tools().toArray(Node[]::new));
    }
}
