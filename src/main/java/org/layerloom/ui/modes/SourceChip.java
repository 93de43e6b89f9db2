package org.layerloom.ui.modes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.RasterLayer;
import org.layerloom.ui.Chip;
import org.layerloom.ui.Editor;
import org.layerloom.ui.RasterPictures;

/// Shows which picture a run is given, and opens the list of those that it can be given: the document's layers, the
/// selected one, and what is seen together.
final class SourceChip extends HBox {
    private static final int PICTURE = 20;

    private final Editor editor;
    private final RasterPictures pictures;
    private final List<Source> offers;
    private final Supplier<Source> current;
    private final Consumer<Source> onChosen;
    private final String role;
    private final Chip chip;

    /// @param role what the picture is to the run: `Foreground`
    /// @param offers beside the layers
    SourceChip(
            Editor editor,
            RasterPictures pictures,
            String role,
            List<Source> offers,
            Supplier<Source> current,
            Consumer<Source> onChosen) {
        this.editor = editor;
        this.pictures = pictures;
        this.role = role;
        this.offers = offers;
        this.current = current;
        this.onChosen = onChosen;
        chip = new Chip(role, "mdi2i-image-outline", true);
        chip.setOnAction(event -> menu().show(chip, Side.BOTTOM, 0, 4));
        getChildren().setAll(ModeFields.labelled(role, chip));
        refresh();
    }

    /// Shows what the document and its selection mean by now.
    void refresh() {
        Document document = editor.document();
        Source source = current.get();
        Optional<Layer> layer = layer(source, document);
        chip.show(text(source, layer));
        chip.mark(mark(source, layer));
    }

    private String text(Source source, Optional<Layer> layer) {
        return switch (source) {
            case Source.Selected _ ->
                layer.map(it -> Modes.text("source.selected.of", it.name()))
                        .orElseGet(() -> Modes.text("source.selected.none"));
            case Source.Of _ -> layer.map(Layer::name).orElseGet(() -> Modes.text("source.gone"));
            case Source.Nothing _ -> Modes.text("source.new");
            case Source.Below _, Source.Everything _ -> Modes.name(source, editor.document());
        };
    }

    private Optional<Layer> layer(Source source, Document document) {
        return switch (source) {
            case Source.Of(LayerId id) -> document.layer(id);
            case Source.Selected _ ->
                editor.selected().reversed().stream()
                        .flatMap(id -> document.layer(id).stream())
                        .findFirst();
            case Source.Below _, Source.Everything _, Source.Nothing _ -> Optional.empty();
        };
    }

    private Node mark(Source source, Optional<Layer> layer) {
        if (layer.isPresent() && layer.get() instanceof RasterLayer pixels) {
            ImageView view = new ImageView();
            view.setPreserveRatio(true);
            view.setFitWidth(PICTURE);
            view.setFitHeight(PICTURE);
            view.imageProperty().bind(pictures.of(pixels.raster()));
            StackPane tile = new StackPane(view);
            tile.setMinSize(PICTURE, PICTURE);
            tile.setMaxSize(PICTURE, PICTURE);
            return tile;
        }
        boolean group = layer.filter(GroupLayer.class::isInstance).isPresent();
        return new FontIcon(
                switch (source) {
                    case Source.Below _ -> "mdi2l-layers-outline";
                    case Source.Everything _ -> "mdi2l-layers-triple-outline";
                    case Source.Nothing _ -> "mdi2c-creation";
                    case Source.Selected _, Source.Of _ -> group ? "mdi2f-folder-outline" : "mdi2i-image-outline";
                });
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        offers.forEach(offer -> menu.getItems().add(item(offer)));
        List<Layer> layers = editor.document().allLayers().toList().reversed();
        if (!layers.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        layers.forEach(layer -> menu.getItems().add(item(new Source.Of(layer.id()))));
        return menu;
    }

    private RadioMenuItem item(Source source) {
        Optional<Layer> layer = layer(source, editor.document());
        Node mark = mark(source, layer);
        mark.getStyleClass().add("i16");
        RadioMenuItem item = new RadioMenuItem(text(source, layer), mark);
        item.setMnemonicParsing(false);
        item.setSelected(source.equals(current.get()));
        item.setOnAction(event -> onChosen.accept(source));
        return item;
    }
}
