package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.document.Layer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Tags;
import org.layerloom.ui.prompt.BoxFields;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.words.Words;

/// What belongs to the selected box or layer alone: what kinds of layers add, its mask, and what it was made from.
final class LayerProperties extends VBox {
    private static final Words WORDS = Words.of(LayerProperties.class);
    private static final double MIN_HEIGHT = 196;
    private static final double HEAD = 34;

    private final Editor editor;
    private final SelectedLayers selected;
    private final IconButton fold = new IconButton("mdi2c-chevron-down", WORDS.text("properties.fold"));
    private final Region dot = new Region();
    private final Label name = new Label();
    private final HBox tools = new HBox();
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final BoxFields box;
    private final VBox content;
    private final List<PropertiesSection> sections = new ArrayList<>();
    private final EmptyNote nothing = new EmptyNote(WORDS.text("nothing"), WORDS.text("nothing.more"));

    LayerProperties(Editor editor) {
        this.editor = editor;
        selected = new SelectedLayers(editor);
        box = new BoxFields(editor);
        body.getStyleClass().add("props");
        body.getChildren().add(box);
        scroll.getStyleClass().add("props-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        content = new VBox(header(), scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(content, nothing);
        setFolded(false);
        editor.documentProperty().addListener(o -> refresh());
        editor.selectionProperty().addListener(o -> refresh());
        editor.selectedProperty().addListener(o -> refresh());
        refresh();
    }

    void setSession(GenerationSession session) {
        box.setSession(session);
    }

    /// Adds a part below those added before, above what the layer was made from.
    void addSection(PropertiesSection section) {
        sections.add(section);
        body.getChildren().add(sections.size() - 1, section.content());
        refresh();
    }

    /// Where buttons at the right of the header stand.
    HBox tools() {
        return tools;
    }

    private HBox header() {
        fold.getStyleClass().add("small");
        fold.setOnAction(event -> setFolded(scroll.isVisible()));
        dot.getStyleClass().add("tag-dot");
        name.getStyleClass().add("t-strong");
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(fold, dot, name, space, tools);
        header.getStyleClass().add("props-head");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void setFolded(boolean folded) {
        show(scroll, !folded);
        fold.setIcon(folded ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
        fold.describe(WORDS.text(folded ? "properties.unfold" : "properties.fold"), "");
        setMinHeight(folded ? HEAD : MIN_HEIGHT);
        setPrefHeight(folded ? HEAD : MIN_HEIGHT);
        setMaxHeight(folded ? HEAD : Double.MAX_VALUE);
    }

    private void refresh() {
        Optional<Layer> layer = editor.selectedLayer();
        Optional<org.layerloom.document.Region> region = editor.selectedRegion();
        show(content, layer.isPresent() || region.isPresent());
        show(nothing, !content.isVisible());
        sections.forEach(section ->
                show(section.content(), layer.filter(section.belongs()).isPresent()));
        region.ifPresent(
                drawn -> head(drawn.tag(), WORDS.text("box", drawn.layer().value())));
        layer.ifPresent(shown -> head(shown.props().tag(), shown.name()));
        List<Layer> all = selected.all();
        if (all.size() > 1) {
            name.setText(SelectedLayers.name(all));
        }
    }

    private void head(int tag, String title) {
        dot.setStyle("-fx-background-color: " + Tags.css(tag) + ";");
        name.setText(title);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
