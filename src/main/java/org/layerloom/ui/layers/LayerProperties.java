package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.document.Layer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.Tags;
import org.layerloom.ui.prompt.BoxFields;
import org.layerloom.ui.prompt.GenerationSession;

/// What the selected box or layer was made from: its own prompt, and the recipe of its pixels.
final class LayerProperties extends VBox {
    private static final double MIN_HEIGHT = 196;

    private final Editor editor;
    private final Region dot = new Region();
    private final Label name = new Label();
    private final BoxFields box;
    private final VBox body = new VBox();
    private final VBox content;
    private final List<PropertiesSection> sections = new ArrayList<>();
    private final EmptyNote nothing =
            new EmptyNote("Nothing selected", "Select a box or a layer to see its prompt, seed and recipe.");

    LayerProperties(Editor editor) {
        this.editor = editor;
        setMinHeight(MIN_HEIGHT);
        box = new BoxFields(editor);
        body.getChildren().setAll(box);
        body.getStyleClass().add("props");
        content = new VBox(header(), body);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(content, nothing);
        editor.documentProperty().addListener(o -> refresh());
        editor.selectionProperty().addListener(o -> refresh());
        refresh();
    }

    void setSession(GenerationSession session) {
        box.setSession(session);
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

    private void refresh() {
        Optional<Layer> layer = editor.selectedLayer();
        Optional<org.layerloom.document.Region> region = editor.selectedRegion();
        boolean any = layer.isPresent() || region.isPresent();
        show(content, any);
        show(nothing, !any);
        sections.forEach(section ->
                show(section.content(), layer.filter(section.belongs()).isPresent()));
        region.ifPresent(r -> {
            dot.setStyle("-fx-background-color: " + Tags.css(r.tag()) + ";");
            name.setText("Box " + r.layer().value());
        });
        layer.ifPresent(l -> {
            dot.setStyle("-fx-background-color: " + Tags.css(l.props().tag()) + ";");
            name.setText(l.name());
        });
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
