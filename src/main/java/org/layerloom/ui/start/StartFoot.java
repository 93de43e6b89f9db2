package org.layerloom.ui.start;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.generate.ModelEntry;
import org.layerloom.words.Words;

/// The lowest row of the start screen: whether a model is there, and where it runs, in words.
public final class StartFoot extends HBox {
    private static final Words WORDS = Words.of(StartFoot.class);

    private static final double ICON_GAP = 6;

    /// @param models the models at hand
    /// @param device what the runs are made on: `auto`, `cpu`, `cuda` or `mps`
    public StartFoot(ObservableList<ModelEntry> models, ObservableStringValue device) {
        getStyleClass().add("status-row");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon();
        Label model = new Label();
        model.setId("start-model");
        InvalidationListener refresh = change -> {
            boolean any = !models.isEmpty();
            icon.setIconLiteral(any ? "mdi2s-shield-check-outline" : "mdi2a-alert-outline");
            model.setText(any ? WORDS.text("model", models.getFirst().title()) : WORDS.text("model.none"));
        };
        models.addListener(refresh);
        refresh.invalidated(models);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label where = new Label();
        where.textProperty().bind(device.map(name -> WORDS.text("device." + (name.equals("mps") ? "cuda" : name))));
        getChildren().addAll(beside(icon, model), gap, beside(new FontIcon("mdi2m-memory"), where));
    }

    private static HBox beside(FontIcon icon, Label text) {
        HBox pair = new HBox(ICON_GAP, icon, text);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }
}
