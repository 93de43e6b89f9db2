package org.layerloom.ui.preferences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.layerloom.words.Words;

/// The pages of the preferences, in their order.
public enum PreferencesPage {
    GENERAL("mdi2t-tune-variant", "language", "tour"),
    APPEARANCE("mdi2p-palette-outline", "theme"),
    CANVAS("mdi2v-vector-square", "unit", "resolution"),
    DEVICE("mdi2m-memory", "device", "remote", "libtorch", "weights"),
    MODELS("mdi2c-cube-outline", "models", "published", "folders"),
    FILES("mdi2c-content-save-outline", "autosave"),
    KEYBOARD("mdi2k-keyboard-outline", "keys");

    private final String icon;
    private final List<String> settings;

    PreferencesPage(String icon, String... settings) {
        this.icon = icon;
        this.settings = List.copyOf(Arrays.asList(settings));
    }

    public String icon() {
        return icon;
    }

    public String title() {
        return Words.of(PreferencesPage.class).text("page." + name().toLowerCase(Locale.ROOT));
    }

    /// The names of what can be set there, for people who search.
    public List<String> settings() {
        Words words = Words.of(PreferencesPage.class);
        return settings.stream()
                .map(setting -> words.text("setting." + setting))
                .toList();
    }
}
