package org.layerloom.ui.frame;

import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.layerloom.ui.ViewMode;
import org.layerloom.ui.ViewState;
import org.layerloom.words.Words;

/// What the canvas shows of the page, one of three: the picture with its boxes, the picture, its alpha.
final class ViewSwitch extends HBox {
    ViewSwitch(ViewState view) {
        getStyleClass().add("seg");
        ToggleGroup group = new ToggleGroup();
        for (ViewMode mode : ViewMode.values()) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Words.of(ViewSwitch.class).text("view." + name));
            button.setId("view-" + name);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                view.modeProperty().set(mode);
            });
            view.modeProperty().subscribe(now -> button.setSelected(now == mode));
            getChildren().add(button);
        }
    }
}
