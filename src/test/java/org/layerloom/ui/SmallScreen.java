package org.layerloom.ui;

import java.util.ArrayList;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Windows on the headless screen, which is 1000 px wide, and on which the processor draws every pixel.
public final class SmallScreen {
    private SmallScreen() {}

    /// Shows the editor as large as fits.
    public static void show(Stage stage, EditorWindow window) {
        stage.setMinWidth(1000);
        stage.setWidth(1000);
        stage.setHeight(700);
        stage.setX(0);
        stage.setY(0);
        window.show();
    }

    /// Hides all windows, popups before what they belong to.
    public static void clear() {
        new ArrayList<>(Window.getWindows()).reversed().forEach(Window::hide);
    }
}
