package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.generate.Mode;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.actions.KeyCaps;
import org.layerloom.words.Words;

/// Starts the run that the scope is about, or has it wait while another goes on; beside it a menu of the other runs,
/// below it what the run will make and
/// how long that takes, or why it cannot start.
final class GenerateButton extends VBox {
    private static final Words WORDS = Words.of(GenerateButton.class);
    /// Of the button without a menu beside it.
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final Editor editor;
    private final GenerationSession session;
    private final Button button = new Button();
    private final Label caption = new Label();
    private final FontIcon icon = new FontIcon();
    private final IconButton more = new IconButton("mdi2c-chevron-down", WORDS.text("runs"));
    private final Label estimate = new Label();
    private PromptSubject subject = PromptSubject.WHOLE;

    GenerateButton(Editor editor, GenerationSession session) {
        super(3);
        this.editor = editor;
        this.session = session;
        setAlignment(Pos.TOP_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        Label key = new Label(String.join(" ", KeyCaps.of(KeyCombination.valueOf("Shortcut+Enter"))));
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
        GenerationSettings settings = session.settings();
        for (Observable cause : new Observable[] {
            editor.documentProperty(),
            editor.selectedProperty(),
            session.modelProperty(),
            session.modes().modeProperty(),
            session.modes().inputsProperty(),
            session.searchingProperty(),
            session.runningProperty(),
            session.versions().othersProperty(),
            settings.stepsProperty(),
            settings.versionsProperty()
        }) {
            cause.addListener(o -> refresh());
        }
        refresh();
    }

    /// Says which run the button starts.
    void setSubject(PromptSubject subject) {
        this.subject = subject;
        refresh();
    }

    private void run() {
        box().ifPresentOrElse(session::reroll, session::generate);
    }

    /// The one box that the run is about; a mode finds its own.
    private Optional<LayerId> box() {
        return session.modes().mode() == Mode.LAYERS ? subject.box() : Optional.empty();
    }

    private ContextMenu menu() {
        Document document = editor.document();
        boolean anyEmpty = document.regions().stream()
                .anyMatch(region -> document.layer(region.layer()).isEmpty());
        Optional<LayerId> layer = Optional.ofNullable(editor.selectionProperty().get())
                .filter(id -> document.layer(id).isPresent())
                .filter(session::canReroll);
        ContextMenu menu = new ContextMenu(
                item("run.all", true, session::generate),
                item("run.empty", anyEmpty, session::generateEmpty),
                item("run.selected", editor.selectedRegion().isPresent(), session::generateSelected),
                new SeparatorMenuItem());
        for (int count : GenerationMemory.VERSIONS) {
            MenuItem vary = new MenuItem(WORDS.text("run.variations", count));
            vary.setOnAction(event -> session.generateVariations(count));
            menu.getItems().add(vary);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (int count : GenerationMemory.VERSIONS) {
            MenuItem roll = new MenuItem(WORDS.text("run.versions", count));
            roll.setDisable(layer.isEmpty());
            roll.setOnAction(event -> layer.ifPresent(id -> session.reroll(id, count)));
            menu.getItems().add(roll);
        }
        return menu;
    }

    private static MenuItem item(String key, boolean enabled, Runnable work) {
        MenuItem item = new MenuItem(WORDS.text(key));
        item.setDisable(!enabled);
        item.setOnAction(event -> work.run());
        return item;
    }

    private void refresh() {
        Wish wish = session.wish();
        Optional<String> obstacle = session.obstacle(wish);
        button.setDisable(obstacle.isPresent());
        more.setDisable(obstacle.isPresent());
        Document document = editor.document();
        more.setVisible(!(wish instanceof Wish.InMode));
        more.setManaged(more.isVisible());
        button.pseudoClassStateChanged(ALONE, !more.isVisible());
        Optional<LayerId> again = box().filter(id -> document.layer(id).isPresent());
        int versions = session.settings().versionsProperty().get();
        boolean later = session.runningProperty().get();
        String now = again.map(id -> WORDS.text(session.versions().hasOthers(id) ? "roll.more" : "roll", versions))
                .orElse(WORDS.text("generate"));
        caption.setText(later ? WORDS.text("queue.add") : now);
        icon.setIconLiteral(
                later ? "mdi2p-playlist-plus" : again.isPresent() ? "mdi2d-dice-5-outline" : "mdi2c-creation");
        String what = again.isPresent()
                ? WORDS.text("versions", versions)
                : Counts.layers(box().isPresent() ? 1 : wish.count(document));
        Optional<Duration> time =
                session.estimate(wish).map(one -> again.isPresent() ? one.multipliedBy(versions) : one);
        estimate.setText(obstacle.orElse(time.map(all -> WORDS.text("estimate", what, Counts.seconds(all)))
                .orElse(what)));
        button.setAccessibleText(caption.getText() + " " + estimate.getText());
    }
}
