package org.layerloom.ui.place;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.PictureCopy;
import org.layerloom.ui.Editor;
import org.layerloom.ui.FxPictures;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Pictures to and from the system's clipboard, for other programs. Lives on the JavaFX thread.
public final class PictureClipboard {
    /// Marks what this program put there: its layers are pasted as layers, not as their picture.
    private static final DataFormat OWN = new DataFormat("application/x-layerloom-copy");

    private final Words words = Words.of(PictureClipboard.class);
    private final Editor editor;
    private final PicturePlacer placer;
    private final Consumer<Notice> notices;

    public PictureClipboard(Editor editor, PicturePlacer placer, Consumer<Notice> notices) {
        this.editor = editor;
        this.placer = placer;
        this.notices = notices;
    }

    /// Pastes the picture, or the files of pictures, that another program copied, as layers.
    ///
    /// @return whether there were any
    public boolean paste() {
        return system().filter(board -> !board.hasContent(OWN)).map(this::paste).orElse(false);
    }

    private boolean paste(Clipboard board) {
        List<Path> files = board.hasFiles() ? PictureFiles.among(board.getFiles()) : List.of();
        Image image = files.isEmpty() && board.hasImage() ? board.getImage() : null;
        if (!files.isEmpty()) {
            placer.place(files, Optional.empty());
        } else if (image != null) {
            placer.place(words.text("pasted-name"), FxPictures.raster(image), Optional.empty());
        }
        return !files.isEmpty() || image != null;
    }

    /// Copies what the layers look like, inside the marquee where there is one; the whole picture where none is
    /// given. Composited in the background.
    public void copy(List<LayerId> layers) {
        Document document = editor.document();
        Thread.ofPlatform().name("copy").daemon().start(() -> {
            Optional<WritableImage> picture = PictureCopy.of(document, layers).map(FxPictures::image);
            Platform.runLater(() -> picture.ifPresentOrElse(
                    PictureClipboard::put, () -> notices.accept(Notice.warning(words.text("nothing-to-copy")))));
        });
    }

    private static void put(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        content.put(OWN, "");
        system().ifPresent(board -> board.setContent(content));
    }

    /// None where there is no display.
    private static Optional<Clipboard> system() {
        try {
            return Optional.of(Clipboard.getSystemClipboard());
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
