package org.layerloom.ui.canvas;

import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.tools.CropFrame;
import org.layerloom.words.Words;

/// The numbers of a crop, in the options row.
public final class CropFields extends HBox {
    private static final double WIDTH = 76;
    private static final int FAR = Document.MAX_SIDE;

    private final CropControl control;
    private final NumberField x =
            field("X", "x", -FAR, (rect, to) -> new Rect(to, rect.y(), rect.width(), rect.height()));
    private final NumberField y =
            field("Y", "y", -FAR, (rect, to) -> new Rect(rect.x(), to, rect.width(), rect.height()));
    private final NumberField width =
            field("W", "width", 1, (rect, to) -> new Rect(rect.x(), rect.y(), to, rect.height()));
    private final NumberField height =
            field("H", "height", 1, (rect, to) -> new Rect(rect.x(), rect.y(), rect.width(), to));

    public CropFields(CropControl control) {
        super(8);
        this.control = control;
        setId("crop-options");
        setAlignment(Pos.CENTER_LEFT);
        CheckBox deletes = new CheckBox(Words.of(CropFields.class).text("crop.deletes"));
        deletes.setId("crop-deletes");
        deletes.setMinWidth(USE_PREF_SIZE);
        deletes.selectedProperty().bindBidirectional(control.deletesProperty());
        getChildren().addAll(x, y, width, height, deletes);
        getChildren().addAll(TransformFields.ends("crop", control));
        control.frameProperty().subscribe(this::show);
    }

    private NumberField field(String prefix, String name, int min, BiFunction<Rect, Integer, Rect> edit) {
        NumberField field = new NumberField(prefix, Words.of(CropFields.class).text("field." + name), "", min, FAR);
        field.setId("crop-" + name);
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setOnPreview(value -> place(edit, value));
        field.setOnCommit(value -> place(edit, value));
        return field;
    }

    private void place(BiFunction<Rect, Integer, Rect> edit, int value) {
        if (control.isActive()) {
            control.place(edit.apply(control.frameProperty().get().rect(), value));
        }
    }

    private void show(CropFrame frame) {
        if (frame != null) {
            x.show(frame.rect().x());
            y.show(frame.rect().y());
            width.show(frame.rect().width());
            height.show(frame.rect().height());
        }
    }
}
