package org.layerloom.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.Chip;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Flyout;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.modes.ModeFields;
import org.layerloom.ui.modes.ModePicker;
import org.layerloom.ui.modes.ModelPicker;
import org.layerloom.ui.modes.Modes;
import org.layerloom.words.Words;

/// The card at the foot of the canvas: what the picture shows, how it is made, and Generate. While a run goes on
/// the same card shows its progress.
public final class PromptBar extends StackPane {
    private static final double HEIGHT = 116;
    /// Below this the seed moves into the quality sheet, px.
    private static final double NARROW = 812;
    private static final double NARROW_WITH_MODE = 1012;
    private static final double TEXT_HEIGHT = 54;
    private static final int MAX_LINES = 6;
    /// Room beside and above the text, px.
    private static final double TEXT_SIDES = 16;

    private static final double TEXT_ENDS = 12;
    private static final Words WORDS = Words.of(PromptBar.class);

    private final Editor editor;
    private final GenerationSession session;
    private final ScopeSwitch scope;
    private final PromptText text;
    private final GenerateButton generate;
    /// The same while a run goes on.
    private final GenerateButton later;
    private final ProgressCard progress;
    private final Chip model = new Chip(WORDS.text("model"), "mdi2c-cube-outline", true);
    private final Chip quality = new Chip(WORDS.text("quality"), "mdi2t-tune-variant", true);
    private final Chip seed = new Chip(WORDS.text("seed"), "mdi2d-dice-5-outline", false);
    private final Chip mode = new Chip(WORDS.text("mode"), "mdi2l-layers-plus", true);
    private final ModelPicker models = new ModelPicker();
    private final ModePicker modes = new ModePicker();
    private final ModeFields given;
    private final Flyout qualitySheet = new Flyout();
    private final Flyout seedSheet = new Flyout();
    private final Flyout historySheet = new Flyout();
    private final IconButton history = new IconButton("mdi2h-history", WORDS.text("history"));
    private final HBox helps = new HBox(2);
    private final VBox ready;
    private Supplier<Optional<String>> absent = Optional::empty;
    private Runnable lookAgain = () -> {};

    public PromptBar(Editor editor, GenerationSession session) {
        this.editor = editor;
        this.session = session;
        getStyleClass().add("prompt");
        setMinHeight(HEIGHT);
        scope = new ScopeSwitch(editor);
        text = new PromptText(editor);
        text.setOnCut(session::tellCut);
        generate = new GenerateButton(editor, session);
        later = new GenerateButton(editor, session);
        progress = new ProgressCard(session, later);
        given = new ModeFields(editor, session.modes());
        UnknownWords unknown = new UnknownWords(text, new PickedVocabulary(session.modelProperty()));
        ready = new VBox(8, settingsRow(), given, textRow(), unknown);
        getChildren().addAll(ready, progress);
        scope.subjectProperty().subscribe(subject -> {
            text.setSubject(subject);
            boolean box = subject.box().isPresent();
            text.setPromptText(WORDS.text(box ? "about.box" : "about.whole"));
            text.setAccessibleText(WORDS.text(box ? "prompt.box" : "prompt.whole"));
            generate.setSubject(subject);
            later.setSubject(subject);
        });
        session.runningProperty().subscribe(this::showRunning);
        widthProperty().addListener(o -> makeRoom());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && session.runningProperty().get()) {
                session.cancel();
                event.consume();
            }
        });
    }

    /// @param why the models of another machine are not there, a sentence; empty where they are, or none are wanted
    /// @param look looks for them anew and returns at once
    public void setRemote(Supplier<Optional<String>> why, Runnable look) {
        absent = why;
        lookAgain = look;
    }

    /// Puts the caret into the prompt.
    public void focusText() {
        text.requestFocus();
    }

    /// Puts the button of an action that helps with the prompt beside the prompts of before.
    public void offer(Node button) {
        button.getStyleClass().add("i18");
        helps.getChildren().add(0, button);
    }

    private void fillModels() {
        models.fill(session.models(), session.modelProperty().get(), absent.get(), session.modelProperty()::set);
    }

    private HBox settingsRow() {
        model.setOnAction(event -> {
            fillModels();
            models.toggle(model);
            lookAgain.run();
        });
        session.models().addListener((InvalidationListener) change -> Platform.runLater(this::fillModels));
        mode.setOnAction(event -> modes.toggle(
                mode,
                session.modelProperty().get().abilities(),
                session.modes().mode(),
                session.modes().modeProperty()::set));
        session.modes().modeProperty().subscribe(now -> mode.show(Modes.title(now)));
        session.modelProperty().subscribe(this::showModel);
        quality.setOnAction(event -> {
            qualitySheet.setContent(qualityFields());
            qualitySheet.toggle(quality);
        });
        session.settings().stepsProperty().subscribe(steps -> quality.show(Quality.text(steps)));
        seedSheet.setContent(new SeedFields(session.settings()));
        seed.setOnAction(event -> seedSheet.toggle(seed));
        session.settings().seedProperty().subscribe(value -> seed.show(value.longValue()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        history.setId("prompt-history-button");
        history.getStyleClass().add("i18");
        history.setOnAction(event -> {
            historySheet.setContent(new PromptHistory(session.settings(), this::reuse));
            historySheet.toggle(history);
        });
        helps.setAlignment(Pos.CENTER_LEFT);
        helps.getChildren().add(history);
        HBox row = new HBox(8, scope, space, model, mode, quality, seed, helps);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node[] qualityFields() {
        ObservableValue<Boolean> takesNegative = session.modelProperty()
                .map(entry -> entry.abilities().negative())
                .orElse(true);
        List<Node> fields = new ArrayList<>();
        fields.add(new QualityFields(session.settings(), takesNegative));
        if (!seed.isVisible()) {
            fields.add(new SeedFields(session.settings()));
        }
        ModelEntry entry = session.modelProperty().get();
        if (entry != null && entry.abilities().loras()) {
            fields.add(new AdvancedFields(session.settings(), entry.abilities()));
        }
        return fields.toArray(Node[]::new);
    }

    /// The mode is a matter of models that have several.
    private void showModel(ModelEntry entry) {
        model.show(entry == null ? WORDS.text("no.model") : ModelPicker.title(entry));
        boolean several = entry != null && entry.abilities().modes().size() > 1;
        mode.setVisible(several);
        mode.setManaged(several);
        given.setAbilities(entry == null ? null : entry.abilities());
        makeRoom();
    }

    private void makeRoom() {
        boolean narrow = getWidth() < (mode.isVisible() ? NARROW_WITH_MODE : NARROW);
        seed.setVisible(!narrow);
        seed.setManaged(!narrow);
    }

    /// A prompt of before takes the place of the text.
    private void reuse(String prompt) {
        historySheet.hide();
        editor.commit(text.subject().label(), text.subject().write(prompt));
        focusText();
    }

    private HBox textRow() {
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        text.setMinHeight(TEXT_HEIGHT);
        text.setPrefHeight(TEXT_HEIGHT);
        text.textProperty().addListener(o -> grow());
        text.widthProperty().addListener(o -> grow());
        HBox row = new HBox(12, text, generate);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    /// The card grows with the text, so that no scroll bar is needed up to six lines.
    private void grow() {
        double all = measured(text.getText() + "\u200b", Math.max(1, text.getWidth() - TEXT_SIDES));
        double most = MAX_LINES * measured("x", 0);
        text.setPrefHeight(Math.max(TEXT_HEIGHT, Math.ceil(Math.min(all, most)) + TEXT_ENDS));
    }

    /// The height of words in the field's font, wrapped at a width; 0 = not wrapped.
    private double measured(String words, double width) {
        Text measure = new Text(words);
        measure.setFont(text.getFont());
        measure.setWrappingWidth(width);
        return measure.getLayoutBounds().getHeight();
    }

    private void showRunning(boolean running) {
        boolean hadFocus = running ? isFocusWithin() : progress.isCancelFocused();
        progress.showPrompt(editor.document().prompt());
        ready.setVisible(!running);
        ready.setManaged(!running);
        progress.setVisible(running);
        progress.setManaged(running);
        getStyleClass().remove("busy");
        if (running) {
            getStyleClass().add("busy");
        }
        if (hadFocus) {
            keepFocus(running);
        }
    }

    /// The focus stays on the card, whichever side of it is up.
    private void keepFocus(boolean running) {
        if (running) {
            progress.focusCancel();
        } else {
            focusText();
        }
    }
}
