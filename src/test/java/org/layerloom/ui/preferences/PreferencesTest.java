package org.layerloom.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.ui.Theme;

final class PreferencesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("config").resolve("settings.json");
    }

    @Test
    void what_is_set_is_there_at_the_next_start() {
        Preferences first = Preferences.in(file);
        first.set(ProgramSettings.THEME, Theme.LIGHT);
        first.set(ProgramSettings.AUTOSAVE_SECONDS, 10);
        first.set(ProgramSettings.KEYS, Map.of("undo", "Shortcut+U", "redo", ""));
        first.set(ProgramSettings.MODEL_FOLDERS, List.of(folder.resolve("models")));
        first.close();
        Preferences second = Preferences.in(file);
        assertThat(second.problem()).isEmpty();
        assertThat(second.get(ProgramSettings.THEME)).isEqualTo(Theme.LIGHT);
        assertThat(second.get(ProgramSettings.AUTOSAVE_SECONDS)).isEqualTo(10);
        assertThat(second.get(ProgramSettings.KEYS))
                .containsOnly(Map.entry("undo", "Shortcut+U"), Map.entry("redo", ""));
        assertThat(second.get(ProgramSettings.MODEL_FOLDERS)).containsExactly(folder.resolve("models"));
    }

    @Test
    void without_a_file_all_is_as_it_comes_and_none_is_made_until_something_is_set() {
        Preferences preferences = Preferences.in(file);
        assertThat(preferences.get(ProgramSettings.THEME)).isEqualTo(Theme.SYSTEM);
        preferences.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void fields_that_nobody_knows_are_kept() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"future\": {\"a\": [1, 2]}, \"theme\": \"DARK\"}");
        Preferences preferences = Preferences.in(file);
        preferences.set(ProgramSettings.LANGUAGE, "de");
        preferences.close();
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"future\":{\"a\":[1,2]},\"theme\":\"DARK\",\"language\":\"de\"}");
    }

    @Test
    void a_damaged_file_is_kept_aside_and_told() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\": \"DA");
        Preferences preferences = Preferences.in(file);
        assertThat(preferences.get(ProgramSettings.THEME)).isEqualTo(Theme.SYSTEM);
        assertThat(preferences.problem().orElseThrow()).contains("settings.json.damaged");
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("settings.json.damaged")).hasContent("{\"theme\": \"DA");
    }

    @Test
    void values_that_are_not_allowed_count_as_none() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\": \"PINK\", \"autosaveSeconds\": 0, \"resolution\": \"many\", \"keys\": 4}");
        Preferences preferences = Preferences.in(file);
        assertThat(preferences.get(ProgramSettings.THEME)).isEqualTo(Theme.SYSTEM);
        assertThat(preferences.get(ProgramSettings.AUTOSAVE_SECONDS)).isEqualTo(20);
        assertThat(preferences.get(ProgramSettings.RESOLUTION)).isEqualTo(300);
        assertThat(preferences.get(ProgramSettings.KEYS)).isEmpty();
    }

    @Test
    void a_setting_is_one_property_for_all_who_ask() {
        Preferences preferences = Preferences.unkept();
        List<String> heard = new ArrayList<>();
        Setting<String> mine = new Setting<>("mine", new TypeReference<>() {}, "a");
        preferences.property(mine).addListener((o, before, now) -> heard.add(now));
        preferences.set(mine, "b");
        assertThat(heard).containsExactly("b");
    }

    @Test
    void settings_that_cannot_be_written_are_told_and_stay_in_use() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        Preferences preferences = Preferences.in(file);
        List<IOException> failures = new ArrayList<>();
        preferences.setOnFailure(failures::add);
        preferences.set(ProgramSettings.THEME, Theme.DARK);
        preferences.close();
        assertThat(failures).hasSize(1);
        assertThat(preferences.get(ProgramSettings.THEME)).isEqualTo(Theme.DARK);
    }

    @Test
    void an_a4_page_at_300_pixels_an_inch_is_2480_by_3508() {
        assertThat(LengthUnit.MILLIMETRES.toPixels(210, 300)).isEqualTo(2480);
        assertThat(LengthUnit.CENTIMETRES.toPixels(29.7, 300)).isEqualTo(3508);
        assertThat(LengthUnit.INCHES.fromPixels(600, 300)).isEqualTo(2);
        assertThat(LengthUnit.PIXELS.toPixels(640, 72)).isEqualTo(640);
    }
}
