package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.ui.Choice;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.tools.CropFrame;
import org.layerloom.ui.tools.CropPreset;
import org.layerloom.ui.tools.CropShape;
import org.layerloom.words.Words;

/// What a crop is held to and its numbers, in the options row.
public final class CropFields extends HBox {
    private static final Words WORDS = Words.of(CropFields.class);
    private static final int[][] RATIOS = {{1, 1}, {4, 3}, {3, 2}, {16, 9}};
    private static final double WIDTH = 76;
    private static final int FAR = Document.MAX_SIDE;

    private final CropControl control;
    private final Supplier<List<CropPreset>> sizes;
    private final NumberField x =
            field("X", "x", -FAR, (rect, to) -> new Rect(to, rect.y(), rect.width(), rect.height()));
    private final NumberField y =
            field("Y", "y", -FAR, (rect, to) -> new Rect(rect.x(), to, rect.width(), rect.height()));
    private final NumberField width =
            field("W", "width", 1, (rect, to) -> new Rect(rect.x(), rect.y(), to, rect.height()));
    private final NumberField height =
            field("H", "height", 1, (rect, to) -> new Rect(rect.x(), rect.y(), rect.width(), to));
    private final HBox shapes = new HBox(4);

    /// @param sizes sizes with names, asked for when the first crop begins
    public CropFields(CropControl control, Supplier<List<CropPreset>> sizes) {
        super(8);
        this.control = control;
        this.sizes = sizes;
        shapes.setAlignment(Pos.CENTER_LEFT);
        setId("crop-options");
        setAlignment(Pos.CENTER_LEFT);
        CheckBox deletes = new CheckBox(WORDS.text("crop.deletes"));
        deletes.setId("crop-deletes");
        deletes.setMinWidth(USE_PREF_SIZE);
        deletes.selectedProperty().bindBidirectional(control.deletesProperty());
        getChildren().addAll(shapes, x, y, width, height, deletes);
        getChildren().addAll(TransformFields.ends("crop", control));
        control.frameProperty().subscribe(this::show);
    }

    private ComboBox<CropPreset> shapes() {
        List<CropPreset> all = new ArrayList<>();
        all.add(new CropPreset(WORDS.text("crop.free"), CropShape.FREE));
        all.add(new CropPreset(WORDS.text("crop.original"), CropShape.ORIGINAL));
        for (int[] ratio : RATIOS) {
            all.add(new CropPreset(ratio[0] + " : " + ratio[1], CropShape.ratio(ratio[0], ratio[1])));
        }
        all.addAll(sizes.get());
        ComboBox<CropPreset> combo = Choice.of(all, 132, CropPreset::name);
        combo.setId("crop-shape");
        combo.setMinWidth(132);
        combo.setAccessibleText(WORDS.text("crop.shape"));
        combo.setTooltip(new Tooltip(WORDS.text("crop.shape")));
        combo.setValue(all.getFirst());
        combo.valueProperty()
                .addListener((o, before, now) -> control.shapeProperty().set(now.shape()));
        return combo;
    }

    /// Exchanges width and height of the shape.
    private IconButton turn() {
        IconButton turn = new IconButton("mdi2p-phone-rotate-landscape", WORDS.text("crop.turn"));
        turn.setId("crop-turn");
        turn.disableProperty().bind(control.shapeProperty().map(CropShape::isFree));
        turn.setOnAction(event -> {
            CropShape shape = control.shapeProperty().get();
            control.shapeProperty().set(shape.withTurned(!shape.turned()));
        });
        return turn;
    }

    private NumberField field(String prefix, String name, int min, BiFunction<Rect, Integer, Rect> edit) {
        NumberField field = new NumberField(prefix, WORDS.text("field." + name), "", min, FAR);
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
            Rect before = control.frameProperty().get().rect();
            Rect after = edit.apply(before, value);
            if (after.width() == before.width() && after.height() == before.height()) {
                control.place(after);
            } else {
                control.placeSide(after, after.width() != before.width());
            }
        }
    }

    private void show(CropFrame frame) {
        if (frame != null) {
            if (shapes.getChildren().isEmpty()) {
                shapes.getChildren().addAll(shapes(), turn());
            }
            x.show(frame.rect().x());
            y.show(frame.rect().y());
            width.show(frame.rect().width());
            height.show(frame.rect().height());
        }
    }
}
