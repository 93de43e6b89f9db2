package org.layerloom.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.layerloom.ui.Theme;
import org.layerloom.ui.ViewState;

/// Dresses all windows of the program, popups and dialogs too, in the dark or the light colours.
public final class ThemeSwitch {
    private static final String STYLE_SHEET = "/org/layerloom/ui/layerloom.css";

    private final ViewState view;
    private final InvalidationListener refresh = change -> apply();
    private final ListChangeListener<Window> newWindows = this::dress;

    public ThemeSwitch(ViewState view) {
        this.view = view;
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(refresh));
        view.themeProperty().addListener(refresh);
        Window.getWindows().addListener(newWindows);
        apply();
    }

    /// Gives a scene the program's style sheet.
    public void style(Scene scene) {
        scene.getStylesheets().setAll(ThemeSwitch.class.getResource(STYLE_SHEET).toExternalForm());
        dress(scene);
    }

    /// Forgets the windows.
    public void stop() {
        Window.getWindows().removeListener(newWindows);
    }

    private void apply() {
        boolean dark = isDark();
        view.darkProperty().set(dark);
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        Window.getWindows().forEach(window -> dress(window.getScene()));
    }

    private boolean isDark() {
        return switch (view.themeProperty().get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void dress(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(window -> dress(window.getScene()));
        }
    }

    private void dress(Scene scene) {
        if (scene != null) {
            scene.getPreferences().setColorScheme(isDark() ? ColorScheme.DARK : ColorScheme.LIGHT);
        }
    }

    /// The next of dark and light, seen from what is on screen.
    public static Theme opposite(ViewState view) {
        return view.darkProperty().get() ? Theme.LIGHT : Theme.DARK;
    }
}
