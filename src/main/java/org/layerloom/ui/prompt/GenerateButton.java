package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;

/// Starts the run that the scope is about; beside it a menu of the other runs, below it what the run will make and
/// how long that takes, or why it cannot start.
final class GenerateButton extends VBox {
    private final Editor editor;
    private final GenerationSession session;
    private final Button button = new Button();
    private final Label caption = new Label("Generate");
    private final FontIcon icon = new FontIcon("mdi2c-creation");
    private final IconButton more = new IconButton("mdi2c-chevron-down", "Other runs");
    private final Label estimate = new Label();
    private final MenuItem everything = new MenuItem("Everything");
    private final MenuItem empty = new MenuItem("Only empty boxes");
    private final MenuItem selected = new MenuItem("Only the selected box");
    private PromptSubject subject = PromptSubject.WHOLE;

    GenerateButton(Editor editor, GenerationSession session) {
        super(3);
        this.editor = editor;
        this.session = session;
        setAlignment(Pos.TOP_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        Label key = new Label("Ctrl \u21b5");
        key.getStyleClass().addAll("kbd", "on-accent");
        HBox content = new HBox(8, icon, caption, key);
        content.setAlignment(Pos.CENTER);
        button.setGraphic(content);
        button.getStyleClass().setAll("button", "btn", "primary", "generate");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> run());
        more.getStyleClass().setAll("button", "btn", "primary", "generate-more", "i16");
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 4));
        HBox split = new HBox(1, button, more);
        split.setAlignment(Pos.CENTER_RIGHT);
        estimate.getStyleClass().addAll("t-small", "muted");
        estimate.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(split, estimate);
        everything.setOnAction(event -> session.generate());
        empty.setOnAction(event -> session.generateEmpty());
        selected.setOnAction(event -> editor.selectedRegion().ifPresent(region -> session.reroll(region.layer())));
        editor.documentProperty().addListener(o -> refresh());
        session.modelProperty().addListener(o -> refresh());
        session.searchingProperty().addListener(o -> refresh());
        session.runningProperty().addListener(o -> refresh());
        session.settings().stepsProperty().addListener(o -> refresh());
        refresh();
    }

    /// Says which run the button starts.
    void setSubject(PromptSubject subject) {
        this.subject = subject;
        refresh();
    }

    private void run() {
        subject.box().ifPresentOrElse(session::reroll, session::generate);
    }

    private ContextMenu menu() {
        Document document = editor.document();
        empty.setDisable(document.regions().stream()
                .allMatch(region -> document.layer(region.layer()).isPresent()));
        selected.setDisable(editor.selectedRegion().isEmpty());
        return new ContextMenu(everything, empty, selected);
    }

    private void refresh() {
        Optional<String> obstacle = session.obstacle();
        button.setDisable(obstacle.isPresent());
        more.setDisable(obstacle.isPresent());
        Optional<LayerId> box = subject.box();
        boolean again = box.flatMap(editor.document()::layer).isPresent();
        caption.setText(again ? "Re-roll" : "Generate");
        icon.setIconLiteral(again ? "mdi2d-dice-5-outline" : "mdi2c-creation");
        int count = box.isPresent() ? 1 : editor.document().regions().size() + 1;
        String time = session.estimate()
                .map(duration -> ", about " + RunProgress.seconds(duration))
                .orElse("");
        estimate.setText(obstacle.orElse(RunPlan.layers(count) + time));
        button.setAccessibleText(caption.getText() + " " + estimate.getText());
    }
}
