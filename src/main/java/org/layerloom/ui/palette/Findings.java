package org.layerloom.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.preferences.PreferencesPage;
import org.layerloom.words.Words;

/// Gathers what the palette can find: the list of actions, the layers of the document, the settings.
public final class Findings {
    private static final Words WORDS = Words.of(Findings.class);
    private static final String NO_ICON = "mdi2c-chevron-right";

    private final Actions actions;
    private final Editor editor;
    private final Consumer<PreferencesPage> settings;

    /// @param settings opens a page of the preferences
    public Findings(Actions actions, Editor editor, Consumer<PreferencesPage> settings) {
        this.actions = actions;
        this.editor = editor;
        this.settings = settings;
    }

    /// Everything as it is now.
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        actions.all().forEach(action -> all.add(of(action)));
        addLayers(editor.document().layers(), all);
        for (PreferencesPage page : PreferencesPage.values()) {
            for (String setting : page.settings()) {
                all.add(new Finding(
                        Finding.Kind.SETTING,
                        page + "/" + setting,
                        setting,
                        WORDS.text("place.setting", page.title()),
                        page.icon(),
                        List.of(),
                        true,
                        () -> settings.accept(page)));
            }
        }
        return all;
    }

    private static Finding of(Action action) {
        String place = action.submenu()
                .map(menu -> action.section().title() + ", " + menu)
                .orElse(action.section().title());
        return new Finding(
                Finding.Kind.ACTION,
                action.name(),
                action.label(),
                place,
                action.icon().orElse(NO_ICON),
                Actions.caps(action),
                action.isEnabled(),
                action::perform);
    }

    private void addLayers(List<Layer> layers, List<Finding> all) {
        for (Layer layer : layers.reversed()) {
            boolean group = layer instanceof GroupLayer;
            all.add(new Finding(
                    Finding.Kind.LAYER,
                    String.valueOf(layer.id()),
                    layer.name(),
                    WORDS.text(group ? "place.group" : "place.layer"),
                    group ? "mdi2f-folder" : "mdi2l-layers-outline",
                    List.of(),
                    true,
                    () -> editor.select(List.of(layer.id()))));
            if (layer instanceof GroupLayer inner) {
                addLayers(inner.children(), all);
            }
        }
    }
}
