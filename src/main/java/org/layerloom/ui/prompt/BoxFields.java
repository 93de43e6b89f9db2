package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.LayerId;
import org.layerloom.document.Recipe;
import org.layerloom.generate.Lettering;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.phrases.PhraseField;
import org.layerloom.words.Words;

/// What the selected box or layer was made from, and can be made from again: its own prompt, the recipe of its
/// pixels, and the button that makes it anew.
public final class BoxFields extends VBox {
    private static final Words WORDS = Words.of(BoxFields.class);
    private static final double PROMPT_HEIGHT = 52;
    private static final int PERCENT = 100;
    private static final double TOOLTIP_WIDTH = 360;

    private final Editor editor;
    private final PromptText prompt;
    private final Button reroll = new Button("", new FontIcon("mdi2d-dice-5-outline"));
    private final Label recipeLine = new Label();
    private final Label recipeSource = new Label();
    private final IconButton copy = new IconButton("mdi2c-content-copy", WORDS.text("recipe.copy"));
    private final IconButton keepSeed = new IconButton("mdi2l-lock-outline", WORDS.text("recipe.seed"));
    private final VBox own;
    private final NumberField strength =
            new NumberField(WORDS.text("strength"), WORDS.text("strength.about"), "%", 0, PERCENT);
    private GenerationSession session;

    public BoxFields(Editor editor) {
        super(8);
        this.editor = editor;
        prompt = new PromptText(editor);
        own = ownPrompt();
        show(strength, false);
        getChildren().addAll(new PhraseField(editor), own, strength, recipe(), recipeSource);
        editor.documentProperty().addListener(o -> refresh());
        editor.selectionProperty().addListener(o -> refresh());
        refresh();
    }

    /// Who makes the layer anew; without, the button is not there.
    public void setSession(GenerationSession session) {
        this.session = session;
        prompt.setOnCut(session::tellCut);
        session.runningProperty().addListener(o -> refresh());
        session.modelProperty().addListener(o -> refresh());
        own.getChildren().add(new UnknownWords(prompt, new PickedVocabulary(session.modelProperty())));
        strength.setId("reroll-strength");
        Tooltip.install(strength, wrapped(WORDS.text("strength.about")));
        strength.setOnCommit(percent -> session.settings().strengthProperty().set((double) percent / PERCENT));
        session.settings()
                .strengthProperty()
                .subscribe(share -> strength.show((int) Math.round(share.doubleValue() * PERCENT)));
        refresh();
    }

    private VBox ownPrompt() {
        Label caption = new Label(WORDS.text("prompt.box"));
        caption.getStyleClass().add("flabel");
        caption.setLabelFor(prompt);
        Label optional = new Label(WORDS.text("optional"));
        optional.getStyleClass().addAll("t-caption", "subtle");
        prompt.setAccessibleText(WORDS.text("prompt.box"));
        prompt.setMinHeight(PROMPT_HEIGHT);
        prompt.setPrefHeight(PROMPT_HEIGHT);
        prompt.setMaxHeight(PROMPT_HEIGHT);
        return new VBox(8, new HBox(caption, space(), optional), prompt);
    }

    /// What made the layer, and the button that makes it anew.
    private HBox recipe() {
        FontIcon info = new FontIcon("mdi2i-information-outline");
        info.getStyleClass().add("i14");
        recipeLine.getStyleClass().addAll("t-small", "muted");
        recipeLine.setGraphic(info);
        recipeLine.setMinWidth(0);
        recipeSource.getStyleClass().addAll("t-small", "subtle");
        copy.getStyleClass().add("i16");
        copy.setOnAction(event -> made().ifPresent(BoxFields::copy));
        keepSeed.getStyleClass().add("i16");
        keepSeed.setOnAction(event -> made().ifPresent(recipe -> {
            session.settings().seedProperty().set(recipe.seed());
            session.settings().seedLockedProperty().set(true);
        }));
        reroll.getStyleClass().setAll("button", "btn");
        reroll.setMinWidth(USE_PREF_SIZE);
        reroll.setOnAction(event -> selected().ifPresent(session::reroll));
        HBox line = new HBox(recipeLine, copy, keepSeed, space(), reroll);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Optional<LayerId> selected() {
        return Optional.ofNullable(editor.selectionProperty().get());
    }

    private Optional<Recipe> made() {
        return editor.selectedLayer().flatMap(layer -> layer.props().recipe());
    }

    private static void copy(Recipe recipe) {
        ClipboardContent content = new ClipboardContent();
        content.putString(WORDS.text("recipe.text", recipe.prompt(), String.valueOf(recipe.seed()), recipe.model()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void refresh() {
        Optional<org.layerloom.document.Region> region = editor.selectedRegion();
        show(own, region.isPresent());
        region.ifPresent(box -> prompt.setSubject(PromptSubject.of(box.layer())));
        boolean layer = editor.selectedLayer().isPresent();
        boolean later = session != null && session.runningProperty().get();
        reroll.setText(WORDS.text((layer ? "again" : "make") + (later ? ".later" : "")));
        show(reroll, session != null && selected().filter(session::canReroll).isPresent());
        show(
                strength,
                layer
                        && session != null
                        && Remake.isPossible(session.modelProperty().get())
                        && reroll.isVisible());
        Optional<Recipe> made = made();
        boolean text =
                made.filter(recipe -> recipe.model().equals(Lettering.MAKER)).isPresent();
        for (Node node : new Node[] {recipeLine, copy}) {
            show(node, made.isPresent() && !text);
        }
        show(recipeSource, made.isPresent());
        show(keepSeed, made.isPresent() && !text && session != null);
        made.ifPresent(recipe -> {
            recipeLine.setText(WORDS.text("seed") + " " + recipe.seed());
            recipeSource.setText(
                    text
                            ? WORDS.text("recipe.letters", recipe.prompt())
                            : WORDS.text("recipe.source", withoutHash(recipe.model()), recipe.prompt()));
            recipeSource.setTooltip(wrapped(recipe.prompt()));
        });
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    /// The hash of the weights is for files and copies.
    private static String withoutHash(String model) {
        int at = model.indexOf('@');
        return at < 0 ? model : model.substring(0, at);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
