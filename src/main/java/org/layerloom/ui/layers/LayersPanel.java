package org.layerloom.ui.layers;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Words;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.ui.versions.VersionStrip;
import org.layerloom.ui.versions.Versions;

/// The tab Layers of the right panel: how the selected layer blends, the list of layers and its buttons, and what
/// the selected one was made from.
public final class LayersPanel extends VBox {
    private static final Words WORDS = Words.of(LayersPanel.class);

    private final Editor editor;
    private final LayerList list;
    private final StackPane rows;
    private final LayerProperties properties;
    private final EmptyNote empty =
            new EmptyNote(WORDS.text("empty"), WORDS.text("empty.more"));

    public LayersPanel(Editor editor) {
        this.editor = editor;
        list = new LayerList(editor);
        properties = new LayerProperties(editor);
        properties.addSection(new PropertiesSection(
                layer -> layer.props().mask().isPresent(), new MaskSection(editor)));
        rows = new StackPane(list, list.ghost());
        rows.setMinHeight(LayerList.ROW);
        rows.setMaxHeight(USE_PREF_SIZE);
        VBox top = new VBox(new BlendRow(editor), new LockRow(editor));
        top.getStyleClass().add("panel-rows");
        // The list takes what its rows need and shrinks first; what it leaves is the properties'.
        VBox.setVgrow(rows, Priority.SOMETIMES);
        VBox.setVgrow(empty, Priority.ALWAYS);
        VBox.setVgrow(properties, Priority.ALWAYS);
        properties.setPrefHeight(properties.getMinHeight());
        getChildren().addAll(top, rows, empty, buttons(), properties);
        editor.documentProperty().addListener(o -> showList());
        showList();
    }

    /// What the dice of a row call, with the layer to make anew.
    public void setOnReroll(Consumer<LayerId> onReroll) {
        list.setOnReroll(onReroll);
    }

    /// Who makes layers anew: the button in the properties, and the versions below a row.
    public void setSession(GenerationSession session) {
        setOnReroll(session::reroll);
        properties.setSession(session);
        Versions versions = session.versions();
        VersionStrip strip = new VersionStrip(editor, versions, session::reroll);
        versions.layerProperty().subscribe((before, now) -> {
            if (before != null) {
                setExtra(before, null);
            }
            if (now != null) {
                setExtra(now, strip);
            }
        });
    }

    /// Shows a node below the row of a layer, in the list: its versions to choose from.
    ///
    /// @param node null = nothing any more
    public void setExtra(LayerId id, Node node) {
        list.setExtra(id, node);
    }

    /// Adds a part to the properties of the selected layer.
    public void addSection(PropertiesSection section) {
        properties.addSection(section);
    }

    /// Begins to edit the selected layer's name in its row.
    public void renameSelected() {
        editor.selectedLayer().ifPresent(layer -> list.rename(layer.id()));
    }

    private void showList() {
        boolean any = !editor.document().layers().isEmpty();
        rows.setVisible(any);
        rows.setManaged(any);
        empty.setVisible(!any);
        empty.setManaged(!any);
    }

    private HBox buttons() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(
                edit("mdi2a-arrow-up", "Raise layer", "Alt+Up", "Raise", LayerMoves::raise),
                edit("mdi2a-arrow-down", "Lower layer", "Alt+Down", "Lower", LayerMoves::lower),
                duplicate(),
                space,
                delete());
        foot.getStyleClass().add("panel-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /// An edit of the document that needs to know the layer.
    @FunctionalInterface
    private interface LayerEdit {
        Document apply(Document document, LayerId id);
    }

    private IconButton edit(String icon, String label, String keys, String verb, LayerEdit edit) {
        IconButton button = button(icon, label, keys);
        button.setOnAction(event -> editor.selectedLayer()
                .ifPresent(layer -> editor.commit(verb + " " + layer.name(), doc -> edit.apply(doc, layer.id()))));
        return button;
    }

    private IconButton duplicate() {
        IconButton button = button("mdi2c-content-duplicate", "Duplicate layer", "Ctrl+J");
        button.setOnAction(event -> editor.selectedLayer().ifPresent(layer -> {
            LayerId copy = editor.history().document().newId();
            UnaryOperator<Document> edit =
                    doc -> LayerEdits.duplicate(doc, List.of(layer.id()), name -> name + " copy");
            editor.commit("Duplicate " + layer.name(), edit);
            editor.selectionProperty().set(copy);
        }));
        return button;
    }

    private IconButton delete() {
        IconButton button = button("mdi2t-trash-can-outline", "Delete layer", "Del");
        button.setOnAction(event -> editor.commit("Delete", doc -> org.layerloom.edit.Moves.delete(doc, editor.selected())));
        return button;
    }

    private IconButton button(String icon, String label, String keys) {
        IconButton button = new IconButton(icon, label, keys);
        BooleanBinding noLayer = Bindings.createBooleanBinding(
                () -> editor.selectedLayer().isEmpty(), editor.selectionProperty(), editor.documentProperty());
        button.disableProperty().bind(noLayer);
        return button;
    }
}
