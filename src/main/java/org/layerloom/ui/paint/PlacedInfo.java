package org.layerloom.ui.paint;

import javafx.scene.control.Label;
import org.layerloom.document.PlacedLayer;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// How large the selected placed picture is by itself, and how large it is shown: what scaling it up would cost.
final class PlacedInfo extends Label {
    private final Words words = Words.of(PlacedInfo.class);
    private final Editor editor;

    PlacedInfo(Editor editor) {
        this.editor = editor;
        setId("placed-info");
        getStyleClass().addAll("t-small", "muted");
        setWrapText(true);
        editor.documentProperty().addListener(change -> refresh());
        editor.selectionProperty().addListener(change -> refresh());
        refresh();
    }

    private void refresh() {
        if (editor.selectedLayer().orElse(null) instanceof PlacedLayer layer) {
            long percent = Math.round(Math.sqrt(Math.abs(layer.transform().determinant())) * 100);
            setText(words.text("placed", layer.source().width(), layer.source().height(), percent));
        }
    }
}
