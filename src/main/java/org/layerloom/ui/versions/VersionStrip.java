package org.layerloom.ui.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.RasterPictures;
import org.layerloom.words.Words;

/// The versions of a layer side by side under its row: the first is what the document holds. Arrows try, Enter keeps,
/// Esc returns to what there was.
public final class VersionStrip extends VBox {
    private static final Words WORDS = Words.of(VersionStrip.class);
    private static final double GAP = 8;
    /// So that four tiles stand side by side in the narrowest list, a scroll bar beside them.
    private static final double TILE_GAP = 6;

    private final Editor editor;
    private final Versions versions;
    private final RasterPictures pictures = new RasterPictures(VersionTile.PICTURE);
    private final FlowPane tiles = new FlowPane(TILE_GAP, TILE_GAP);
    private final Label showing = new Label();
    private List<Raster> shown = List.of();
    private final Button keep = new Button(WORDS.text("keep"), new FontIcon("mdi2c-check"));

    /// @param onMore is asked for further versions of a layer
    public VersionStrip(Editor editor, Versions versions, Consumer<LayerId> onMore) {
        super(GAP);
        this.editor = editor;
        this.versions = versions;
        getStyleClass().add("cands");
        setId("versions");
        setFocusTraversable(true);
        setAccessibleText(WORDS.text("strip"));
        getChildren().addAll(tiles, foot(onMore));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        versions.othersProperty().addListener(o -> refresh());
        versions.layerProperty().addListener(o -> refresh());
        versions.triedProperty().addListener(o -> mark());
        editor.documentProperty().addListener(o -> refresh());
        refresh();
    }

    private HBox foot(Consumer<LayerId> onMore) {
        showing.getStyleClass().addAll("t-small", "muted");
        showing.setMinWidth(0);
        Button more = new Button(WORDS.text("more"), new FontIcon("mdi2d-dice-5-outline"));
        more.getStyleClass().setAll("button", "btn", "flat");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(
                event -> Optional.ofNullable(versions.layerProperty().get()).ifPresent(onMore));
        keep.getStyleClass().setAll("button", "btn", "primary");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(event -> versions.keep());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(GAP, showing, space, more, keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, UP -> versions.attempt(versions.triedProperty().get() - 1);
            case RIGHT, DOWN -> versions.attempt(versions.triedProperty().get() + 1);
            case ENTER -> versions.keep();
            case ESCAPE -> versions.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void refresh() {
        LayerId id = versions.layerProperty().get();
        Optional<RasterLayer> now = Optional.ofNullable(id)
                .flatMap(editor.history().document()::layer)
                .filter(RasterLayer.class::isInstance)
                .map(RasterLayer.class::cast);
        if (now.isEmpty()) {
            shown = List.of();
            tiles.getChildren().clear();
            return;
        }
        List<Raster> rasters = new ArrayList<>(List.of(now.get().raster()));
        versions.othersProperty().get().forEach(version -> rasters.add(version.raster()));
        if (!isShown(rasters)) {
            shown = rasters;
            pictures.keepOnly(rasters);
            tiles.getChildren().clear();
            for (Raster raster : rasters) {
                tiles.getChildren().add(tile(tiles.getChildren().size(), raster));
            }
        }
        mark();
    }

    /// Told by identity, as everywhere: nothing is drawn anew while something else is dragged.
    private boolean isShown(List<Raster> rasters) {
        return rasters.size() == shown.size()
                && IntStream.range(0, rasters.size()).allMatch(i -> rasters.get(i) == shown.get(i));
    }

    private VersionTile tile(int index, Raster raster) {
        String caption = index == 0 ? WORDS.text("now") : String.valueOf(index + 1);
        String spoken = index == 0 ? WORDS.text("now.spoken") : WORDS.text("version.spoken", index + 1);
        VersionTile tile = new VersionTile(caption, spoken, pictures.of(raster));
        tile.setOnAction(event -> {
            versions.attempt(index);
            requestFocus();
        });
        return tile;
    }

    private void mark() {
        int tried = versions.triedProperty().get();
        for (int i = 0; i < tiles.getChildren().size(); i++) {
            ((VersionTile) tiles.getChildren().get(i)).setShown(i == tried);
        }
        showing.setText(WORDS.text("showing", tried + 1, tiles.getChildren().size()));
        keep.setDisable(tried == 0);
    }
}
