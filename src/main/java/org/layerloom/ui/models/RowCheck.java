package org.layerloom.ui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.FileCheck;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModels;
import org.layerloom.ui.LatestOnFx;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.Words;

/// The check of the files that a row of a list stands for, told beneath the row.
final class RowCheck {
    private static final Words WORDS = Words.of(RowCheck.class);

    private final ListRow row;
    private final Path place;
    private final KnownModels known;
    private final HashBook hashes;
    private final Runnable right;
    private FileCheck going;
    private boolean warning;

    /// @param place a file or a folder
    /// @param right shows the row's usual state, after a check that found nothing
    RowCheck(ListRow row, Path place, KnownModels known, HashBook hashes, Runnable right) {
        this.row = row;
        this.place = place;
        this.known = known;
        this.hashes = hashes;
        this.right = right;
    }

    /// When the files were last looked at, in a sentence; empty where they never were.
    String verified() throws IOException {
        return FileCheck.files(place).stream()
                .flatMap(file -> hashes.find(file).stream())
                .map(HashBook.Entry::when)
                .max(Comparator.naturalOrder())
                .map(when -> WORDS.text(
                        "check.when",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .format(when.atZone(ZoneId.systemDefault()))))
                .orElse("");
    }

    /// Whether the row says that the last check found files that are not what they were.
    boolean isWarning() {
        return warning;
    }

    /// Leaves it undone; for a row that is not shown any more.
    void stop() {
        if (going != null) {
            going.stop();
        }
    }

    /// Reads all files and holds their hashes against what is known of them.
    void run() {
        if (going != null) {
            return;
        }
        FileCheck now = new FileCheck(known, hashes);
        going = now;
        Button stop = new Button(WORDS.text("check.stop"), new FontIcon("mdi2s-stop"));
        stop.getStyleClass().setAll("button", "btn");
        stop.setOnAction(event -> now.stop());
        row.setBelow(PageForm.note(WORDS.text("check.going")), stop);
        row.setProgress(0);
        LatestOnFx<Double> progress = new LatestOnFx<>(done -> {
            if (going == now) {
                row.setProgress(done);
            }
        });
        Thread.ofVirtual().start(() -> {
            Runnable end;
            try {
                FileCheck.Result result = now.check(place, progress::offer);
                end = () -> tell(now, result);
            } catch (CancellationException e) {
                end = row::setBelow;
            } catch (IOException | RuntimeException e) {
                end = () -> row.setBelow(PageForm.note(Problems.sentence(e)));
            }
            Runnable last = end;
            Platform.runLater(() -> {
                going = null;
                row.clearProgress();
                last.run();
            });
        });
    }

    private void tell(FileCheck done, FileCheck.Result result) {
        List<Node> lines = new ArrayList<>();
        if (!result.unlike().isEmpty()) {
            lines.add(PageForm.note(WORDS.text("check.unlike", names(result.unlike()))));
        }
        if (!result.changed().isEmpty()) {
            lines.add(PageForm.note(WORDS.text("check.changed", names(result.changed()))));
            lines.add(recording(done, result.changed()));
        }
        warning = !lines.isEmpty();
        if (!warning) {
            lines.add(PageForm.note(
                    result.recorded() == 0
                            ? WORDS.text("check.same", result.files(), result.published())
                            : WORDS.text(
                                    "check.recorded",
                                    result.files(),
                                    result.published(),
                                    result.same(),
                                    result.recorded())));
            right.run();
        } else {
            row.setState(WORDS.text("models.changed"), "warn");
        }
        row.setBelow(lines.toArray(Node[]::new));
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }

    /// For those alone that were recorded: what was published stays what it is.
    private Button recording(FileCheck done, List<Path> changed) {
        Button again = new Button(WORDS.text("check.record"), new FontIcon("mdi2c-check"));
        again.getStyleClass().setAll("button", "btn");
        again.setOnAction(event ->
                Thread.ofVirtual().start(() -> Problems.ignoring(() -> done.forget(changed), this::run)));
        return again;
    }
}
