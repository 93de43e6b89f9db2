package org.layerloom.ui.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.files.FileBrowser;
import org.layerloom.words.Words;

/// A place that is looked in for models: the program's own folder, or one that the user added. Whether it is there is
/// found out in the background: it may lie on a drive that takes its time.
final class PlaceRow {
    private static final Words WORDS = Words.of(PlaceRow.class);

    private final Path place;
    private final Optional<FileBrowser> browser;
    private final Optional<Runnable> remove;
    private final ListRow row;

    /// @param remove takes the place out of the list; empty for the program's own
    PlaceRow(Path place, Optional<FileBrowser> browser, Optional<Runnable> remove) {
        this.place = place;
        this.browser = browser;
        this.remove = remove;
        row = new ListRow(place.toString());
        show(true, false);
        Thread.ofVirtual().start(() -> {
            boolean there = ModelFolders.isThere(place);
            boolean file = Files.isRegularFile(place);
            Platform.runLater(() -> show(there, file));
        });
    }

    ListRow row() {
        return row;
    }

    private void show(boolean there, boolean file) {
        boolean own = remove.isEmpty();
        boolean gone = !own && !there;
        row.setIcon(file ? "mdi2f-file-outline" : "mdi2f-folder-outline");
        row.setAbout(own ? WORDS.text("places.own") : gone ? WORDS.text("places.gone") : "");
        row.setState(gone ? WORDS.text("places.missing") : "", "warn");
        List<Region> ends = new ArrayList<>();
        browser.filter(found -> there).ifPresent(found -> {
            IconButton reveal = new IconButton("mdi2f-folder-open-outline", WORDS.text("places.reveal", place));
            reveal.setOnAction(event -> found.show(ModelsPage.folderOf(place)));
            ends.add(reveal);
        });
        remove.ifPresent(work -> {
            IconButton button = new IconButton("mdi2c-close", WORDS.text("places.remove", place));
            button.setOnAction(event -> work.run());
            ends.add(button);
        });
        row.setEnds(ends.toArray(Region[]::new));
    }
}
