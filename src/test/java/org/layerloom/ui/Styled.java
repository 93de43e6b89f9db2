package org.layerloom.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/// Shows a part of the window alone, dressed as in the window.
public final class Styled {
    private Styled() {}

    public static Scene show(Stage stage, Parent root, double width, double height, ColorScheme scheme) {
        for (String font : new String[] {"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "InterDisplay-SemiBold"}) {
            Font.loadFont(Editor.class.getResourceAsStream("fonts/" + font + ".otf"), 13);
        }
        Application.setUserAgentStylesheet(
                scheme == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(Editor.class.getResource("layerloom.css").toExternalForm());
        scene.getPreferences().setColorScheme(scheme);
        root.getStyleClass().add("app");
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return scene;
    }
}
