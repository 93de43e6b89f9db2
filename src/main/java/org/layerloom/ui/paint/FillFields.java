package org.layerloom.ui.paint;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Solid;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.paint.FillPainter;
import org.layerloom.edit.paint.Stops;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.color.ColorButton;
import org.layerloom.words.Words;

/// What the selected fill layer is filled with: its colour, or the colours and the form of its gradient.
final class FillFields extends HBox {
    private static final double BAR = 148;

    private final Words words = Words.of(FillFields.class);
    private final Editor editor;
    private final PaintState state;
    private final FillWork work;
    private final ColorButton color;
    private final GradientBar bar;
    private final ToggleButton linear;
    private final ToggleButton radial;
    private final HBox gradient;

    FillFields(Editor editor, PaintState state, FillWork work) {
        super(8);
        this.editor = editor;
        this.state = state;
        this.work = work;
        setAlignment(Pos.CENTER_LEFT);
        color = new ColorButton(words.text("fill-color"), Side.BOTTOM, state.colors(), editor::document);
        color.setId("fill-color");
        color.setOnPreview(argb -> preview(fill -> new Solid(argb)));
        color.setOnCommit(argb -> commit(fill -> new Solid(argb)));
        bar = new GradientBar(BAR, state.colors(), editor::document);
        bar.setOnPreview(stops -> preview(fill -> with(fill, stops)));
        bar.setOnCommit(stops -> commit(fill -> with(fill, stops)));
        linear = choice("linear", "mdi2g-gradient-horizontal", false);
        radial = choice("radial", "mdi2b-blur-radial", true);
        IconButton reverse = new IconButton("mdi2s-swap-horizontal", words.text("reverse"));
        reverse.setOnAction(event ->
                commit(fill -> fill instanceof Gradient g ? with(g, Stops.reverse(g.stops())) : fill));
        HBox form = new HBox(linear, radial);
        form.getStyleClass().add("seg");
        gradient = new HBox(8, form, bar, reverse);
        gradient.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(color, gradient);
        editor.documentProperty().addListener(change -> refresh());
        editor.selectionProperty().addListener(change -> refresh());
        state.radialProperty().addListener(change -> refresh());
        refresh();
    }

    /// Opens what chooses the colour; a gradient's stops and handles are in sight as they are.
    void open() {
        if (color.isVisible()) {
            color.open();
        } else {
            bar.requestFocus();
        }
    }

    private ToggleButton choice(String key, String icon, boolean circles) {
        ToggleButton button = new IconToggle("gradient-" + key, icon, words.text(key));
        button.setOnAction(event -> {
            state.radialProperty().set(circles);
            commit(fill -> fill instanceof Gradient g
                    ? new Gradient(circles, g.x0(), g.y0(), g.x1(), g.y1(), g.stops())
                    : fill);
            refresh();
        });
        return button;
    }

    private static Fill with(Fill fill, List<Stop> stops) {
        return fill instanceof Gradient g ? new Gradient(g.radial(), g.x0(), g.y0(), g.x1(), g.y1(), stops) : fill;
    }

    private Optional<FillLayer> layer(Document document) {
        return Optional.ofNullable(editor.selectionProperty().get())
                .flatMap(document::layer)
                .filter(FillLayer.class::isInstance)
                .map(FillLayer.class::cast);
    }

    private void preview(UnaryOperator<Fill> edit) {
        layer(editor.history().document())
                .ifPresent(layer -> work.preview(document -> edited(document, layer.id(), edit)));
    }

    private void commit(UnaryOperator<Fill> edit) {
        layer(editor.history().document())
                .ifPresent(layer -> work.commit(
                        words.text("fill-change"), document -> edited(document, layer.id(), edit), this::refresh));
    }

    private static Document edited(Document document, LayerId id, UnaryOperator<Fill> edit) {
        return document.with(
                id,
                layer ->
                        layer instanceof FillLayer fill && !fill.props().locks().pixels()
                                ? FillPainter.refill(fill, edit.apply(fill.fill()))
                                : layer);
    }

    private void refresh() {
        Optional<Fill> fill = layer(editor.document()).map(FillLayer::fill);
        show(color, fill.filter(Solid.class::isInstance).isPresent());
        boolean circles = fill.map(f -> f instanceof Gradient g && g.radial())
                .orElse(state.radialProperty().get());
        linear.setSelected(!circles);
        radial.setSelected(circles);
        switch (fill.orElse(null)) {
            case Solid solid -> color.show(solid.argb());
            case Gradient g -> bar.show(g.stops());
            case null -> {}
        }
        show(gradient, fill.map(Gradient.class::isInstance).orElse(true));
        show(bar, fill.isPresent());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
