package org.layerloom.ui.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.Moves;
import org.layerloom.edit.Align;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.PlaceActions;
import org.layerloom.ui.paint.ToolOptions;

/// The row below the menus: the tool in hand, where the selected box or layer lies, what the canvas shows, undo,
/// redo.
public final class OptionsRow extends HBox {
    private final Editor editor;
    private final NumberField x;
    private final NumberField y;
    private final NumberField width;
    private final NumberField height;

    /// @param tool what can be set of a painting tool; where there is anything, it takes the place of the fields
    public OptionsRow(Editor editor, ViewState view, Actions actions, ToolOptions tool) {
        this.editor = editor;
        getStyleClass().add("options-row");
        setAlignment(Pos.CENTER_LEFT);
        int far = Document.MAX_SIDE;
        x = field("X", "Left edge", -far, far, value -> box -> box.translate(value - box.x(), 0));
        y = field("Y", "Upper edge", -far, far, value -> box -> box.translate(0, value - box.y()));
        width = field("W", "Width", 1, far, value -> box -> new Rect(box.x(), box.y(), value, box.height()));
        height = field("H", "Height", 1, far, value -> box -> new Rect(box.x(), box.y(), box.width(), value));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox place = new HBox(8, x, y, width, height, rule(), alignment(actions));
        place.setAlignment(Pos.CENTER_LEFT);
        place.visibleProperty().bind(tool.visibleProperty().not());
        place.managedProperty().bind(place.visibleProperty());
        getChildren().addAll(toolName(view), rule(), tool, place);
        getChildren().addAll(rule(), new ViewToggles(view, actions), gap, viewSwitch(view), rule());
        getChildren().addAll(button(actions.get("undo")), button(actions.get("redo")));
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectionProperty().addListener(refresh);
        refresh();
    }

    private static Node toolName(ViewState view) {
        FontIcon icon = new FontIcon();
        Label name = new Label();
        name.getStyleClass().add("t-strong");
        HBox box = new HBox(8, icon, name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(58);
        InvalidationListener refresh = change -> {
            icon.setIconLiteral(view.toolProperty().get().icon());
            name.setText(view.toolProperty().get().label());
        };
        view.toolProperty().addListener(refresh);
        refresh.invalidated(null);
        return box;
    }

    private NumberField field(
            String prefix, String name, int min, int max, Function<Integer, UnaryOperator<Rect>> placing) {
        NumberField field = new NumberField(prefix, name, "", min, max);
        field.setId("place-" + prefix.toLowerCase(Locale.ROOT));
        field.setPrefWidth(72);
        field.setMinWidth(72);
        field.setMaxWidth(72);
        field.setOnPreview(value -> editor.preview(document -> place(document, placing.apply(value))));
        field.setOnCommit(value -> editor.commit("Place", document -> place(document, placing.apply(value))));
        return field;
    }

    /// Moves box and layer together; a new size is the box's alone.
    private Document place(Document document, UnaryOperator<Rect> placing) {
        LayerId id = editor.selectionProperty().get();
        if (id == null) {
            return document;
        }
        Rect before = Moves.place(document, id);
        Rect after = placing.apply(before);
        Document moved = Moves.by(document, id, after.x() - before.x(), after.y() - before.y());
        return moved.withRegion(id, region -> region.withBox(after));
    }

    private void refresh() {
        Optional<LayerId> id = Optional.ofNullable(editor.selectionProperty().get());
        boolean sized = id.flatMap(editor.document()::region).isPresent();
        List.of(x, y).forEach(field -> field.setDisable(id.isEmpty()));
        List.of(width, height).forEach(field -> field.setDisable(!sized));
        if (id.isEmpty()) {
            List.of(x, y, width, height).forEach(NumberField::showNothing);
            return;
        }
        Rect place = Moves.place(editor.document(), id.get());
        x.show(place.x());
        y.show(place.y());
        width.show(place.width());
        height.show(place.height());
    }

    private static Node alignment(Actions actions) {
        HBox buttons = new HBox(4);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Align align : Align.values()) {
            buttons.getChildren().add(button(actions.get(PlaceActions.name(align))));
        }
        return buttons;
    }

    private static Node viewSwitch(ViewState view) {
        ToggleButton boxes = choice("Boxes", "view-boxes");
        ToggleButton picture = choice("Picture", "view-picture");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(boxes, picture);
        InvalidationListener refresh = change -> {
            boxes.setSelected(view.boxesVisibleProperty().get());
            picture.setSelected(!view.boxesVisibleProperty().get());
        };
        view.boxesVisibleProperty().addListener(refresh);
        refresh.invalidated(null);
        boxes.setOnAction(event -> {
            view.boxesVisibleProperty().set(true);
            refresh.invalidated(null);
        });
        picture.setOnAction(event -> {
            view.boxesVisibleProperty().set(false);
            refresh.invalidated(null);
        });
        HBox segments = new HBox(boxes, picture);
        segments.getStyleClass().add("seg");
        return segments;
    }

    private static ToggleButton choice(String text, String id) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Node button(Action action) {
        IconButton button =
                new IconButton(action.icon().orElseThrow(), action.label(), String.join("+", Actions.caps(action)));
        button.setId(action.name());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.perform());
        return button;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("vrule");
        return rule;
    }
}
