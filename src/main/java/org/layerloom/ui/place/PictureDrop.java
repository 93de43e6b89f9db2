package org.layerloom.ui.place;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.layerloom.document.Raster;
import org.layerloom.ui.FxPictures;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// Pictures dragged onto the canvas become layers where they are let go. A frame says so meanwhile.
public final class PictureDrop extends StackPane {
    private final Words words = Words.of(PictureDrop.class);
    private final PicturePlacer placer;
    private final ViewState view;

    /// @param canvas what pictures are dropped on
    public PictureDrop(PicturePlacer placer, ViewState view, Node canvas) {
        this.placer = placer;
        this.view = view;
        getStyleClass().add("drop-frame");
        setMouseTransparent(true);
        setVisible(false);
        Label label = new Label(words.text("drop"));
        label.getStyleClass().add("drop-label");
        getChildren().add(label);
        canvas.layoutBoundsProperty().subscribe(bounds -> resize(bounds.getWidth(), bounds.getHeight()));
        canvas.addEventHandler(DragEvent.DRAG_OVER, this::over);
        canvas.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
        canvas.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void over(DragEvent event) {
        boolean pictures =
                !files(event.getDragboard()).isEmpty() || event.getDragboard().hasImage();
        setVisible(pictures);
        if (pictures) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private static List<Path> files(Dragboard board) {
        return board.hasFiles() ? PictureFiles.among(board.getFiles()) : List.of();
    }

    private void drop(DragEvent event) {
        setVisible(false);
        List<Path> files = files(event.getDragboard());
        Optional<PicturePlacer.Point> at = Optional.of(point(event.getX(), event.getY()));
        if (!files.isEmpty()) {
            placer.place(files, at);
        } else if (event.getDragboard().hasImage()) {
            Raster picture = FxPictures.raster(event.getDragboard().getImage());
            placer.place(words.text("dropped-name"), picture, at);
        } else {
            return;
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private PicturePlacer.Point point(double x, double y) {
        Viewport viewport = view.viewportProperty().get();
        return new PicturePlacer.Point(
                (int) Math.round(viewport.toDocumentX(x)), (int) Math.round(viewport.toDocumentY(y)));
    }
}
