package org.layerloom.ui.frame;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.Align;
import org.layerloom.edit.BoxPlaces;
import org.layerloom.edit.Distribute;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.PlaceActions;
import org.layerloom.ui.canvas.GridSheet;
import org.layerloom.words.Words;

/// Where all that is selected lies together, as numbers, and the buttons that align and distribute it. A place moves
/// boxes and layers; a size is that of boxes alone.
final class PlaceFields extends HBox {
    private static final double WIDTH = 72;
    private static final int FAR = Document.MAX_SIDE;

    private final Editor editor;
    private final Words words = Words.of(GridSheet.class);
    private final NumberField x = field("X", "x", -FAR, (r, to) -> new Rect(to, r.y(), r.width(), r.height()));
    private final NumberField y = field("Y", "y", -FAR, (r, to) -> new Rect(r.x(), to, r.width(), r.height()));
    private final NumberField width = field("W", "width", 1, (r, to) -> new Rect(r.x(), r.y(), to, r.height()));
    private final NumberField height = field("H", "height", 1, (r, to) -> new Rect(r.x(), r.y(), r.width(), to));

    PlaceFields(Editor editor, Actions actions) {
        super(8);
        this.editor = editor;
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(x, y, width, height, OptionsRow.rule(), alignment(actions));
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectedProperty().addListener(refresh);
        refresh();
    }

    private NumberField field(String prefix, String name, int min, BiFunction<Rect, Integer, Rect> placing) {
        NumberField field = new NumberField(prefix, Words.of(GridSheet.class).text("field." + name), "", min, FAR);
        field.setId("place-" + prefix.toLowerCase(Locale.ROOT));
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setOnPreview(value -> editor.preview(document -> placed(document, placing, value)));
        field.setOnCommit(
                value -> editor.commit(words.text("history.place"), document -> placed(document, placing, value)));
        return field;
    }

    private Document placed(Document document, BiFunction<Rect, Integer, Rect> placing, int value) {
        List<LayerId> ids = editor.selected();
        Rect before = Moves.place(document, ids);
        return before.isEmpty() ? document : BoxPlaces.fit(document, ids, placing.apply(before, value));
    }

    private void refresh() {
        Document document = editor.document();
        List<LayerId> ids = editor.selected();
        Rect place = Moves.place(document, ids);
        boolean moves = !place.isEmpty() && Locked.position(document, ids).isEmpty();
        boolean sizes = moves && ids.stream().allMatch(id -> document.region(id).isPresent());
        List.of(x, y).forEach(field -> field.setDisable(!moves));
        List.of(width, height).forEach(field -> field.setDisable(!sizes));
        if (place.isEmpty()) {
            List.of(x, y, width, height).forEach(NumberField::showNothing);
            return;
        }
        x.show(place.x());
        y.show(place.y());
        width.show(place.width());
        height.show(place.height());
    }

    private static Node alignment(Actions actions) {
        HBox buttons = new HBox(2);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Align align : Align.values()) {
            buttons.getChildren().add(ActionButtons.icon(actions, PlaceActions.name(align)));
        }
        for (Distribute way : List.of(Distribute.HORIZONTAL_CENTERS, Distribute.VERTICAL_CENTERS)) {
            buttons.getChildren().add(ActionButtons.icon(actions, PlaceActions.name(way)));
        }
        return buttons;
    }
}
