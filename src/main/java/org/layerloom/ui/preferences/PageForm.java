package org.layerloom.ui.preferences;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A page of the preferences: its title, and settings one below the other.
public final class PageForm extends VBox {
    private static final double LABEL = 168;

    public PageForm(PreferencesPage page) {
        super(12);
        setId("preferences-" + page.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("pref-page");
        Label title = new Label(page.title());
        title.getStyleClass().add("t-title");
        getChildren().add(title);
    }

    /// A heading inside the page.
    public void section(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("t-strong", "pref-section");
        getChildren().add(label);
    }

    /// A setting with its name before it and a sentence about it beneath; blank = none.
    void setting(String name, String note, Node... controls) {
        Label label = new Label(name);
        label.setMinWidth(LABEL);
        label.setLabelFor(controls[0]);
        HBox row = new HBox(8, label);
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox setting = new VBox(4, row);
        if (!note.isBlank()) {
            Label about = note(note);
            about.setTranslateX(LABEL + 8);
            about.setMaxWidth(520);
            setting.getChildren().add(about);
        }
        getChildren().add(setting);
    }

    /// A sentence in small letters, in as many lines as it needs.
    public static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("t-small", "muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }
}
