package org.layerloom.ui.templates;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// All templates as pages with their boxes, one to be chosen.
public final class TemplateSheet extends VBox {
    public static final double WIDTH = 960;

    private static final Words WORDS = Words.of(TemplateSheet.class);
    private static final double CARD = 140;
    private static final double SKETCH = 108;
    private static final double GAP = 12;

    /// @param onChosen takes the template
    public TemplateSheet(Consumer<Template> onChosen) {
        super(GAP);
        setId("templates");
        getStyleClass().add("sheet-body");
        Label about = new Label(WORDS.text("sheet.about"));
        about.getStyleClass().addAll("t-small", "muted");
        about.setWrapText(true);
        FlowPane cards = new FlowPane(GAP, GAP);
        for (Template template : Templates.all()) {
            cards.getChildren().add(card(template, onChosen));
        }
        getChildren().addAll(about, cards);
    }

    private static Button card(Template template, Consumer<Template> onChosen) {
        Label name = new Label(template.name());
        name.getStyleClass().add("t-medium");
        Label size = new Label(template.size());
        size.getStyleClass().addAll("t-caption", "muted");
        VBox face = new VBox(2, new PageSketch(template.document(), CARD - 24, SKETCH), name, size);
        VBox.setMargin(name, new Insets(8, 0, 0, 0));
        face.setAlignment(Pos.TOP_LEFT);
        Button card = new Button();
        card.getStyleClass().setAll("button", "loom-template");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setGraphic(face);
        card.setPrefWidth(CARD);
        card.setAccessibleText(template.name() + ", " + template.size());
        card.setOnAction(event -> onChosen.accept(template));
        return card;
    }
}
