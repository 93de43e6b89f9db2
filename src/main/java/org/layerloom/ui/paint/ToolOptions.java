package org.layerloom.ui.paint;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.words.Words;

/// What can be set of the tool in the hand; takes no room for other tools.
public final class ToolOptions extends StackPane {
    private final Map<ToolKind, Node> options = new EnumMap<>(ToolKind.class);

    ToolOptions(Editor editor, ViewState view, PaintState state, TextSession session, FillFields fill) {
        setId("tool-options");
        setAlignment(Pos.CENTER_LEFT);
        options.put(ToolKind.BRUSH, new BrushOptions(state.tipProperty(false), "brush"));
        options.put(ToolKind.ERASER, new BrushOptions(state.tipProperty(true), "eraser"));
        options.put(ToolKind.TEXT, new TextFields(editor, state, session).inRow());
        options.put(ToolKind.GRADIENT, fill);
        CheckBox fromLayer = new CheckBox(Words.of(ToolOptions.class).text("pick-layer"));
        fromLayer.setId("pick-layer");
        fromLayer.selectedProperty().bindBidirectional(state.picksFromLayerProperty());
        HBox pick = new HBox(fromLayer);
        pick.setAlignment(Pos.CENTER_LEFT);
        options.put(ToolKind.PICK, pick);
        view.toolProperty().subscribe(this::show);
    }

    /// Takes what can be set of one more tool.
    public ToolOptions with(ToolKind tool, Node node) {
        options.put(tool, node);
        return this;
    }

    /// Whether there is anything to set for a tool.
    public boolean has(ToolKind tool) {
        return options.containsKey(tool);
    }

    private void show(ToolKind tool) {
        getChildren().clear();
        if (has(tool)) {
            getChildren().add(options.get(tool));
        }
        setVisible(has(tool));
        setManaged(has(tool));
    }
}
