package org.layerloom.ui.frame;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The stage around an editor: its title, icon and smallest size, and what it tells the editor.
///
/// It hears the stage by way of the scene: a stage that shows another scene later keeps nothing of the editor.
public final class StageFrame {
    private static final double MIN_WIDTH = 1120;
    private static final double MIN_HEIGHT = 700;

    private final Stage stage;
    private final Scene scene;

    public StageFrame(Stage stage, Scene scene, ObservableValue<String> title) {
        this.stage = stage;
        this.scene = scene;
        stage.setScene(scene);
        stage.getIcons().setAll(Mark.icon());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.titleProperty().bind(title);
    }

    /// The user wants to close the window, which stays open until it is hidden.
    public void setOnClose(Runnable close) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            close.run();
        });
    }

    /// Another window, or none, has the keys, or this one has them again.
    public void setOnFocusChange(Runnable change) {
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(focused -> change.run());
    }

    /// The window is hidden, or its stage shows something else.
    public void setOnGone(Runnable gone) {
        stage.setOnHidden(event -> gone.run());
        scene.windowProperty().subscribe(window -> {
            if (window == null) {
                stage.titleProperty().unbind();
                stage.setOnCloseRequest(null);
                stage.setOnHidden(null);
                gone.run();
            }
        });
    }
}
