package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.ui.versions.VersionStrip;
import org.layerloom.ui.versions.Versions;
import org.layerloom.words.Words;

/// The tab Layers of the right panel: how the selected layers blend and what of them is locked, the list of layers and
/// its buttons, and what belongs to the selected one alone.
public final class LayersPanel extends VBox {
    private static final Words WORDS = Words.of(LayersPanel.class);

    private final Editor editor;
    private final LayerList list;
    private final LockRow locks;
    private final FilterBar filter;
    private final StackPane rows;
    private final HBox foot = new HBox();
    private final LayerProperties properties;
    private final MaskSection mask;
    private final EmptyNote empty = new EmptyNote(WORDS.text("empty"), WORDS.text("empty.more"));
    private final VBox noMatch = new VBox(8);

    public LayersPanel(Editor editor) {
        this.editor = editor;
        list = new LayerList(editor);
        locks = new LockRow(editor);
        filter = new FilterBar(list.filterProperty());
        properties = new LayerProperties(editor);
        mask = new MaskSection(editor);
        properties.addSection(
                new PropertiesSection(layer -> layer.props().mask().isPresent(), mask));
        rows = new StackPane(list, list.ghost());
        rows.setMinHeight(LayerList.ROW);
        rows.setMaxHeight(USE_PREF_SIZE);
        VBox top = new VBox(new BlendRow(editor), locks);
        top.getStyleClass().add("panel-rows");
        foot.getStyleClass().add("panel-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        noMatch.getStyleClass().add("no-match");
        // The list takes what its rows need and shrinks first; what it leaves is the properties'.
        VBox.setVgrow(rows, Priority.SOMETIMES);
        VBox.setVgrow(empty, Priority.ALWAYS);
        VBox.setVgrow(properties, Priority.ALWAYS);
        getChildren().addAll(top, filter, rows, empty, noMatch, foot, properties);
        editor.documentProperty().addListener(o -> showList());
        list.filterProperty().addListener(o -> showList());
        showList();
    }

    /// Registers what can be done with the list alone.
    public void register(Actions actions) {
        BooleanBinding anyLayer =
                Bindings.createBooleanBinding(() -> !editor.document().layers().isEmpty(), editor.documentProperty());
        BooleanBinding selected = Bindings.createBooleanBinding(
                () -> editor.selectedLayer().isPresent(), editor.documentProperty(), editor.selectionProperty());
        actions.register(
                Action.of(Section.LAYER, "select-tag", WORDS.text("select-tag"), this::selectTag)
                        .inMenu(WORDS.text("menu.select"))
                        .enabledWhen(selected),
                Action.of(Section.LAYER, "layer-find", WORDS.text("layer-find"), () -> filter.setOpen(true))
                        .withIcon("mdi2f-filter-variant")
                        .withKey("Shortcut+Alt+Shift+F")
                        .enabledWhen(anyLayer));
    }

    /// Makes buttons, switches and menus of the actions, all of which are to be registered by now.
    public void setActions(Actions actions) {
        locks.setActions(actions);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (String name : List.of("layer-new", "layer-group", "layer-clip", "mask-add", "layer-merge")) {
            foot.getChildren().add(ActionButtons.icon(actions, name));
        }
        foot.getChildren().addAll(space, ActionButtons.icon(actions, "layer-delete"));
        mask.setActions(actions);
        LayerMenu menu = new LayerMenu(actions, editor);
        list.setOnContextMenuRequested(event -> {
            openMenu(menu, event);
            event.consume();
        });
        IconButton more = new IconButton("mdi2d-dots-horizontal", WORDS.text("more"));
        more.setOnAction(event -> {
            Bounds at = more.localToScreen(more.getBoundsInLocal());
            menu.show(more, at.getMinX(), at.getMaxY());
        });
        properties.tools().getChildren().setAll(more);
    }

    /// At the pointer; from the keyboard, at the primary row.
    private void openMenu(LayerMenu menu, ContextMenuEvent event) {
        if (editor.selectedLayer().isEmpty()) {
            return;
        }
        if (event.isKeyboardTrigger()) {
            list.cells().stream()
                    .filter(cell -> cell.isOnScreen() && !cell.isEmpty())
                    .filter(cell -> cell.getItem()
                            .id()
                            .equals(editor.selectionProperty().get()))
                    .findFirst()
                    .map(cell -> cell.localToScreen(cell.getBoundsInLocal()))
                    .ifPresent(at -> menu.show(list, at.getMinX() + LayerList.ROW, at.getMaxY()));
        } else {
            menu.show(list, event.getScreenX(), event.getScreenY());
        }
    }

    /// What a double click on the picture of a text, fill or placed layer calls.
    public void setOnOpen(Consumer<Layer> onOpen) {
        list.setOnOpen(onOpen);
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

    /// Selects all layers that have the colour tag of the primary selected one, which stays the primary.
    private void selectTag() {
        editor.selectedLayer().ifPresent(primary -> {
            List<LayerId> others = editor.document()
                    .allLayers()
                    .filter(layer -> layer.props().tag() == primary.props().tag())
                    .map(Layer::id)
                    .filter(id -> !id.equals(primary.id()))
                    .toList();
            List<LayerId> all = new ArrayList<>(others);
            all.add(primary.id());
            editor.select(all);
        });
    }

    private void showList() {
        boolean any = !editor.document().layers().isEmpty();
        boolean found = !list.getItems().isEmpty();
        show(rows, any && found);
        show(empty, !any);
        show(noMatch, any && !found);
        if (any && !found) {
            String text = list.filterProperty().get().text().strip();
            Button clear = new Button(WORDS.text("filter.clear"));
            clear.getStyleClass().setAll("button", "btn");
            clear.setOnAction(event -> list.filterProperty().set(RowFilter.NONE));
            EmptyNote note = new EmptyNote(
                    text.isEmpty() ? WORDS.text("filter.none") : WORDS.text("filter.none.named", text), "");
            noMatch.getChildren().setAll(note, clear);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
