package org.layerloom.ui.preferences;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.layerloom.ui.Choice;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.Theme;
import org.layerloom.words.Words;

/// Makes the short pages of the preferences: general, appearance, canvas, files.
final class ProgramPages {
    private static final Words WORDS = Words.of(ProgramPages.class);
    /// Languages that the program speaks; blank = the system's.
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final Preferences preferences;

    ProgramPages(Preferences preferences) {
        this.preferences = preferences;
    }

    Node general() {
        PageForm page = new PageForm(PreferencesPage.GENERAL);
        ComboBox<String> language = Choice.of(LANGUAGES, 208, ProgramPages::language);
        language.setId("preference-language");
        language.valueProperty().bindBidirectional(preferences.property(ProgramSettings.LANGUAGE));
        page.setting(WORDS.text("setting.language"), WORDS.text("language.note"), language);
        Button again = new Button(WORDS.text("tour.again"));
        again.setId("preference-tour");
        again.getStyleClass().setAll("button", "btn");
        again.disableProperty()
                .bind(preferences.property(ProgramSettings.TOUR_DONE).isEqualTo(false));
        again.setOnAction(event -> preferences.set(ProgramSettings.TOUR_DONE, false));
        page.setting(WORDS.text("setting.tour"), WORDS.text("tour.note"), again);
        return page;
    }

    private static String language(String code) {
        return code.isEmpty() ? WORDS.text("language.system") : Locale.of(code).getDisplayLanguage(Locale.of(code));
    }

    Node appearance() {
        PageForm page = new PageForm(PreferencesPage.APPEARANCE);
        HBox themes = new HBox();
        themes.getStyleClass().add("seg");
        themes.setMaxWidth(HBox.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        Property<Theme> chosen = preferences.property(ProgramSettings.THEME);
        for (Theme theme : Theme.values()) {
            ToggleButton button =
                    new ToggleButton(WORDS.text("theme." + theme.name().toLowerCase(Locale.ROOT)));
            button.setId("preference-theme-" + theme.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(HBox.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.setValue(theme);
            });
            preferences.property(ProgramSettings.THEME).subscribe(now -> button.setSelected(now == theme));
            themes.getChildren().add(button);
        }
        page.setting(WORDS.text("setting.theme"), WORDS.text("theme.note"), themes);
        return page;
    }

    Node canvas() {
        PageForm page = new PageForm(PreferencesPage.CANVAS);
        page.setting(WORDS.text("setting.unit"), WORDS.text("unit.note"), UnitCombo.of(preferences));
        page.setting(
                WORDS.text("setting.resolution"),
                WORDS.text("resolution.note"),
                UnitCombo.resolution(preferences, () -> {}));
        return page;
    }

    Node files() {
        PageForm page = new PageForm(PreferencesPage.FILES);
        page.setting(
                WORDS.text("setting.autosave"),
                WORDS.text("autosave.note"),
                number("autosave", "s", 5, 600, ProgramSettings.AUTOSAVE_SECONDS),
                muted(WORDS.text("autosave.every")));
        page.setting(
                WORDS.text("setting.versions"),
                WORDS.text("versions.note"),
                number("versions", "", 0, 50, ProgramSettings.VERSIONS),
                muted(WORDS.text("versions.of")));
        return page;
    }

    private NumberField number(String name, String unit, int least, int most, Setting<Integer> setting) {
        NumberField field = new NumberField("", WORDS.text("setting." + name), unit, least, most);
        field.setId("preference-" + name);
        field.setPrefWidth(112);
        field.setMaxWidth(112);
        field.show(preferences.get(setting));
        field.setOnCommit(value -> preferences.set(setting, value));
        return field;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
