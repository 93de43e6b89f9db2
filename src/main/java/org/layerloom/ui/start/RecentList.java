package org.layerloom.ui.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.FxPictures;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// The files used last, one to be opened. Those that are gone are dimmed and can be taken off the list.
final class RecentList extends VBox {
    private static final Words WORDS = Words.of(RecentList.class);

    private final ObjectProperty<List<RecentFile>> files;
    private final RecentPictures pictures;
    private final Consumer<Path> open;

    /// @param open takes the file that was chosen
    RecentList(ObjectProperty<List<RecentFile>> files, RecentPictures pictures, Consumer<Path> open) {
        this.files = files;
        this.pictures = pictures;
        this.open = open;
        setId("recent");
    }

    /// Looks at the list and at the disk again.
    void refresh() {
        getChildren().clear();
        Instant now = Instant.now();
        for (RecentFile file : files.get()) {
            getChildren().add(row(file, now));
        }
        if (files.get().isEmpty()) {
            Label none = new Label(WORDS.text("recent.none"));
            none.getStyleClass().add("muted");
            getChildren().add(none);
        }
    }

    private Node row(RecentFile file, Instant now) {
        Path path = Path.of(file.path());
        String name = path.getFileName().toString();
        String ago = Ago.text(Instant.ofEpochMilli(file.used()), now, ZoneId.systemDefault());
        String layers = file.layers() == 1 ? WORDS.text("layer") : WORDS.text("layers", file.layers());
        Label size = column("", 88);
        HBox face = new HBox(12, picture(path), names(path), column(ago, 168), column(layers, 88), size);
        face.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.getStyleClass().setAll("button", "recent-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setGraphic(face);
        row.setMaxWidth(Double.MAX_VALUE);
        face.minWidthProperty().bind(row.widthProperty().subtract(18));
        face.maxWidthProperty().bind(row.widthProperty().subtract(18));
        row.setAccessibleText(name + ", " + ago + ", " + layers);
        row.setOnAction(event -> open.accept(path));
        HBox.setHgrow(row, Priority.ALWAYS);
        measure(path, size, row);
        HBox line = new HBox(4, row, remove(file, name));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("recent-line");
        return line;
    }

    /// An icon, until the file's picture is there.
    private Node picture(Path path) {
        StackPane frame = new StackPane(new FontIcon("mdi2f-file-outline"));
        frame.getStyleClass().add("recent-picture");
        Thread.ofVirtual()
                .start(() -> pictures.of(path)
                        .map(FxPictures::image)
                        .ifPresent(image ->
                                Platform.runLater(() -> frame.getChildren().setAll(fitted(image)))));
        return frame;
    }

    /// The picture on a sheet of its own size: a page may be clear in places.
    private static Node fitted(Image image) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        double scale = Math.min(
                1, Math.min(RecentPictures.WIDTH / image.getWidth(), RecentPictures.HEIGHT / image.getHeight()));
        view.setFitWidth(image.getWidth() * scale);
        StackPane sheet = new StackPane(view);
        sheet.getStyleClass().add("loom-sketch");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return sheet;
    }

    private static Node names(Path path) {
        Label title = new Label(path.getFileName().toString());
        title.setMinWidth(0);
        Label folder = new Label(String.valueOf(path.getParent()));
        folder.getStyleClass().addAll("t-caption", "subtle");
        folder.setMinWidth(0);
        VBox text = new VBox(2, title, folder);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return text;
    }

    private Node remove(RecentFile file, String name) {
        IconButton remove = new IconButton("mdi2c-close", WORDS.text("recent.remove", name));
        remove.getStyleClass().add("i16");
        remove.setOnAction(event -> {
            files.set(RecentFiles.without(files.get(), file.path()));
            refresh();
        });
        return remove;
    }

    private static Label column(String text, double width) {
        Label label = new Label(text);
        label.getStyleClass().addAll("t-small", "muted");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    /// Asks the disk in the background: folders of other machines may take their time.
    private static void measure(Path path, Label size, Button row) {
        Thread.ofVirtual().start(() -> {
            boolean there = Files.isRegularFile(path);
            double megabytes = path.toFile().length() / 1e6;
            Platform.runLater(() -> {
                row.setDisable(!there);
                size.setText(
                        there
                                ? String.format(Locale.getDefault(), "%.1f MB", megabytes)
                                : WORDS.text("recent.missing"));
            });
        });
    }
}
