package org.layerloom.ui.place;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.layerloom.codec.FileNames;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.edit.Locked;
import org.layerloom.edit.Placing;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.files.FileKind;
import org.layerloom.words.Words;

/// Brings pictures from files, drags and the clipboard into the design as layers of their own. They are read and
/// scaled in the background; what cannot be read is told, and the others come all the same. Lives on the JavaFX
/// thread.
public final class PicturePlacer {
    private final Words words = Words.of(PicturePlacer.class);
    private final Editor editor;
    private final Supplier<Window> window;
    private final Consumer<Notice> notices;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pictures").daemon().factory());
    private File folder;
    private int works;

    /// Where the middle of a dropped picture goes, document px.
    public record Point(int x, int y) {}

    /// @param window over which the file chooser opens
    public PicturePlacer(Editor editor, Supplier<Window> window, Consumer<Notice> notices) {
        this.editor = editor;
        this.window = window;
        this.notices = notices;
    }

    /// Whether a picture is being read.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Asks for files and places them.
    public void choose() {
        List<File> files = chooser("choose").showOpenMultipleDialog(window.get());
        if (files != null && !files.isEmpty()) {
            folder = files.getFirst().getParentFile();
            place(files.stream().map(File::toPath).toList(), Optional.empty());
        }
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.text("pictures"), FileKind.picturePatterns()));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    /// Whether the selected layer is a placed picture that may be changed.
    boolean canReplace() {
        return editor.selected().size() == 1
                && editor.selectedLayer().orElse(null) instanceof PlacedLayer layer
                && Locked.pixels(editor.document(), List.of(layer.id())).isEmpty();
    }

    /// Asks for a file that takes the place of the selected placed picture.
    void chooseOther() {
        History history = editor.history();
        LayerId id = editor.selectedLayer().orElseThrow().id();
        File file = chooser("replace").showOpenDialog(window.get());
        if (file != null) {
            folder = file.getParentFile();
            replace(history, id, file.toPath());
        }
    }

    /// Puts a file's picture in the place of a placed one.
    ///
    /// @param history of the document that the layer is in: its id is another layer's elsewhere
    void replace(History history, LayerId id, Path file) {
        Rect page = history.document().canvas();
        begin(() -> {
            String name = file.getFileName().toString();
            try {
                Raster picture = PictureFiles.read(file, page);
                return () -> exchange(history, id, picture, name);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                String sentence = PictureFiles.sentence(e, name, words);
                return () -> notices.accept(Notice.error(sentence));
            }
        });
    }

    /// Draws the picture in the background, and once more where the layer was changed meanwhile.
    private void exchange(History history, LayerId id, Raster picture, String name) {
        replaceable(history, id)
                .ifPresent(before -> begin(() -> {
                    try {
                        PlacedLayer after = Placing.replaced(before, picture);
                        return () -> {
                            if (replaceable(history, id).orElse(null) == before) {
                                String label =
                                        words.text("replace-one", before.props().name());
                                editor.commit(label, document -> document.with(id, old -> after));
                            } else {
                                exchange(history, id, picture, name);
                            }
                        };
                    } catch (RuntimeException | OutOfMemoryError e) {
                        String sentence = PictureFiles.sentence(e, name, words);
                        return () -> notices.accept(Notice.error(sentence));
                    }
                }));
    }

    /// The placed layer as it is now; empty where it is gone or locked, or its document is not open any more.
    private Optional<PlacedLayer> replaceable(History history, LayerId id) {
        if (editor.history() != history) {
            return Optional.empty();
        }
        editor.finishTyping();
        Document document = history.document();
        return document.layer(id)
                .filter(layer -> Locked.pixels(document, List.of(id)).isEmpty())
                .filter(PlacedLayer.class::isInstance)
                .map(PlacedLayer.class::cast);
    }

    /// Places a file in the middle of the page.
    public void place(Path file) {
        place(List.of(file), Optional.empty());
    }

    /// Places files, the first lowest.
    ///
    /// @param at where; empty = in the middle of the page
    public void place(List<Path> files, Optional<Point> at) {
        Rect page = editor.document().canvas();
        begin(() -> {
            List<Placing.Placed> placed = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (Path file : files) {
                try {
                    placed.add(Placing.fit(
                            FileNames.stem(file.getFileName().toString()), PictureFiles.read(file, page), page));
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    refused.add(PictureFiles.sentence(e, file.getFileName().toString(), words));
                }
            }
            return () -> {
                show(placed, at);
                refused.forEach(sentence -> notices.accept(Notice.error(sentence)));
            };
        });
    }

    /// Places a picture that is no file.
    public void place(String name, Raster picture, Optional<Point> at) {
        Rect page = editor.document().canvas();
        begin(() -> {
            try {
                List<Placing.Placed> placed = List.of(Placing.fit(name, picture, page));
                return () -> show(placed, at);
            } catch (RuntimeException | OutOfMemoryError e) {
                String sentence = PictureFiles.sentence(e, name, words);
                return () -> notices.accept(Notice.error(sentence));
            }
        });
    }

    /// Runs `work` in the background and what it gives on the JavaFX thread.
    private void begin(Supplier<Runnable> work) {
        works++;
        busy.set(true);
        reading.execute(() -> {
            Runnable then = work.get();
            Platform.runLater(() -> {
                busy.set(--works > 0);
                then.run();
            });
        });
    }

    private void show(List<Placing.Placed> placed, Optional<Point> at) {
        if (placed.isEmpty()) {
            return;
        }
        editor.finishTyping();
        int first = editor.history().document().nextId();
        String label = placed.size() == 1
                ? words.text("place-one", placed.getFirst().name())
                : words.text("place-many", placed.size());
        editor.commit(label, document -> added(document, placed, at));
        editor.select(IntStream.range(first, first + placed.size())
                .mapToObj(LayerId::new)
                .toList());
    }

    private static Document added(Document document, List<Placing.Placed> placed, Optional<Point> at) {
        return at.map(point -> Placing.addAt(document, placed, point.x(), point.y()))
                .orElseGet(() -> Placing.add(document, placed));
    }
}
