package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Recipe;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Tags;
import org.layerloom.ui.prompt.PromptSubject;
import org.layerloom.ui.prompt.PromptText;

/// What the selected box or layer was made from: its own prompt, and the recipe of its pixels.
final class LayerProperties extends VBox {
    private static final double MIN_HEIGHT = 196;
    private static final double PROMPT_HEIGHT = 52;
    private static final double TOOLTIP_WIDTH = 360;

    private final Editor editor;
    private final Region dot = new Region();
    private final Label name = new Label();
    private final PromptText prompt;
    private final Button reroll = new Button("Re-roll", new FontIcon("mdi2d-dice-5-outline"));
    private final Label recipeLine = new Label();
    private final Label recipeSource = new Label();
    private final IconButton copy = new IconButton("mdi2c-content-copy", "Copy recipe");
    private final VBox own;
    private final VBox body = new VBox();
    private final VBox content;
    private final List<PropertiesSection> sections = new ArrayList<>();
    private final EmptyNote nothing =
            new EmptyNote("Nothing selected", "Select a box or a layer to see its prompt, seed and recipe.");
    private Consumer<LayerId> onReroll = id -> {};

    LayerProperties(Editor editor) {
        this.editor = editor;
        setMinHeight(MIN_HEIGHT);
        prompt = new PromptText(editor);
        own = ownPrompt();
        body.getChildren().setAll(own, recipe(), recipeSource);
        body.getStyleClass().add("props");
        content = new VBox(header(), body);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(content, nothing);
        editor.documentProperty().addListener(o -> refresh());
        editor.selectionProperty().addListener(o -> refresh());
        refresh();
    }

    void setOnReroll(Consumer<LayerId> onReroll) {
        this.onReroll = onReroll;
    }

    /// Adds a part above all others.
    void addSection(PropertiesSection section) {
        sections.add(section);
        body.getChildren().add(sections.size() - 1, section.content());
        refresh();
    }

    private HBox header() {
        dot.getStyleClass().add("tag-dot");
        name.getStyleClass().add("t-strong");
        HBox header = new HBox(dot, name);
        header.getStyleClass().add("props-head");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private VBox ownPrompt() {
        Label caption = new Label("Prompt for this box");
        caption.getStyleClass().add("flabel");
        caption.setLabelFor(prompt);
        Label optional = new Label("optional");
        optional.getStyleClass().addAll("t-caption", "subtle");
        prompt.setAccessibleText("Prompt for this box");
        prompt.setMinHeight(PROMPT_HEIGHT);
        prompt.setPrefHeight(PROMPT_HEIGHT);
        prompt.setMaxHeight(PROMPT_HEIGHT);
        return new VBox(8, new HBox(caption, space(), optional), prompt);
    }

    /// What made the layer, and the button that makes it anew.
    private HBox recipe() {
        recipeLine.getStyleClass().addAll("t-small", "muted");
        recipeLine.setGraphic(icon("mdi2i-information-outline", "i14"));
        recipeLine.setMinWidth(0);
        recipeSource.getStyleClass().addAll("t-small", "subtle");
        copy.getStyleClass().add("i16");
        copy.setOnAction(event ->
                editor.selectedLayer().flatMap(layer -> layer.props().recipe()).ifPresent(LayerProperties::copy));
        reroll.getStyleClass().setAll("button", "btn");
        reroll.setMinWidth(USE_PREF_SIZE);
        reroll.setOnAction(event -> editor.selectedRegion().ifPresent(region -> onReroll.accept(region.layer())));
        HBox line = new HBox(4, recipeLine, copy, space(), reroll);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void copy(Recipe recipe) {
        ClipboardContent content = new ClipboardContent();
        content.putString(recipe.prompt() + "\nseed " + recipe.seed() + "\nmodel " + recipe.model());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void refresh() {
        Optional<Layer> layer = editor.selectedLayer();
        Optional<org.layerloom.document.Region> region = editor.selectedRegion();
        boolean any = layer.isPresent() || region.isPresent();
        show(content, any);
        show(nothing, !any);
        show(own, region.isPresent());
        sections.forEach(section ->
                show(section.content(), layer.filter(section.belongs()).isPresent()));
        region.ifPresent(box -> {
            prompt.setSubject(PromptSubject.of(box.layer()));
            dot.setStyle("-fx-background-color: " + Tags.css(box.tag()) + ";");
            name.setText("Box " + box.layer().value());
        });
        layer.ifPresent(l -> {
            dot.setStyle("-fx-background-color: " + Tags.css(l.props().tag()) + ";");
            name.setText(l.name());
        });
        reroll.setText(layer.isPresent() ? "Re-roll" : "Make this layer");
        show(reroll, region.isPresent());
        show(layer.flatMap(l -> l.props().recipe()));
    }

    private void show(Optional<Recipe> made) {
        show(recipeLine, made.isPresent());
        show(copy, made.isPresent());
        show(recipeSource, made.isPresent());
        made.ifPresent(recipe -> {
            recipeLine.setText("Seed " + recipe.seed());
            recipeSource.setText(withoutHash(recipe.model()) + ", “" + recipe.prompt() + "”");
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

    private static FontIcon icon(String literal, String style) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add(style);
        return icon;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
