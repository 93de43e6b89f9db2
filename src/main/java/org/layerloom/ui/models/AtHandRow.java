package org.layerloom.ui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.FileCheck;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.LatestOnFx;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// A model at hand in the list: what it is and can do, what it lacks file by file, and the check of its files.
final class AtHandRow {
    private static final Words WORDS = Words.of(AtHandRow.class);

    private final ModelFacts facts;
    private final Supplier<String> device;
    private final KnownModels known;
    private final HashBook hashes;
    private final Consumer<KnownModel> fetch;
    private final ListRow row;
    private final VBox details = new VBox(4);
    private FileCheck check;
    private String form = "";

    /// @param device where the next run is made
    /// @param fetch shows the offer of a published model
    AtHandRow(
            ModelEntry model,
            Supplier<String> device,
            KnownModels known,
            HashBook hashes,
            Consumer<KnownModel> fetch,
            Optional<Runnable> remove,
            Optional<Runnable> reveal) {
        facts = new ModelFacts(model);
        this.device = device;
        this.known = known;
        this.hashes = hashes;
        this.fetch = fetch;
        row = new ListRow(model.title());
        row.setId("model-" + model.id());
        row.setIcon(facts.isReady() ? "mdi2c-check-circle-outline" : "mdi2a-alert-outline");
        row.setAbout(facts.abilities());
        showState();
        row.setEnds(menu(remove, reveal));
        look();
    }

    /// Looks at its files, which may have come or gone; returns at once.
    void look() {
        inBackground(() -> ByteText.of(facts.bytes()), row::setSize, WORDS.text("models.unreadable"));
        inBackground(facts::form, text -> form = text, "");
    }

    /// Leaves a check undone; for a row that is not shown any more.
    void leave() {
        if (check != null) {
            check.stop();
        }
    }

    private void showState() {
        boolean ready = facts.isReady();
        row.setState(WORDS.text(ready ? "models.ready" : "models.missing"), ready ? "ok" : "warn");
    }

    ListRow row() {
        return row;
    }

    boolean matches(Search search) {
        return search.finds(
                Stream.concat(facts.words().stream(), Stream.of(form)).toArray(String[]::new));
    }

    private IconButton menu(Optional<Runnable> remove, Optional<Runnable> reveal) {
        String name = facts.model().title();
        IconButton more = new IconButton("mdi2d-dots-horizontal", WORDS.text("model.more", name));
        more.setId("model-more-" + facts.model().id());
        ContextMenu menu = new ContextMenu(item("model.details", this::unfold), item("model.check", this::check));
        reveal.ifPresent(work -> menu.getItems().add(item("model.reveal", work)));
        remove.ifPresent(work -> menu.getItems().add(item("model.remove", work)));
        more.setOnAction(event -> menu.show(more, Side.BOTTOM, 0, 0));
        return more;
    }

    private static MenuItem item(String key, Runnable work) {
        MenuItem item = new MenuItem(WORDS.text(key));
        item.setOnAction(event -> work.run());
        return item;
    }

    /// Shows or hides what is to be known of it.
    void unfold() {
        if (row.isUnfolded()) {
            row.setBelow();
            return;
        }
        details.getChildren()
                .setAll(
                        PageForm.note(form),
                        PageForm.note(facts.model().folder().toString()));
        for (MissingFile file : facts.missing()) {
            details.getChildren().add(missing(file));
        }
        String asked = device.get();
        inBackground(() -> facts.memory(asked).orElse(""), this::addNote, "");
        inBackground(this::verified, this::addNote, "");
        row.setBelow(details);
    }

    private void addNote(String text) {
        if (!text.isEmpty()) {
            details.getChildren().add(Math.min(2, details.getChildren().size()), PageForm.note(text));
        }
    }

    /// When its files were last looked at.
    private String verified() throws IOException {
        return FileCheck.files(facts.model().folder()).stream()
                .flatMap(file -> hashes.find(file).stream())
                .map(HashBook.Entry::when)
                .max(Comparator.naturalOrder())
                .map(when -> WORDS.text(
                        "check.when",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .format(when.atZone(ZoneId.systemDefault()))))
                .orElse("");
    }

    private Node missing(MissingFile file) {
        VBox lines = new VBox(4, PageForm.note(WORDS.text("missing.file", file.name(), file.place())));
        known.holding(file.name()).ifPresent(source -> {
            if (source.isOffered()) {
                Button button =
                        new Button(WORDS.text("missing.fetch", source.title()), new FontIcon("mdi2d-download-outline"));
                button.getStyleClass().setAll("button", "btn");
                button.setOnAction(event -> fetch.accept(source));
                lines.getChildren().add(button);
            }
        });
        return lines;
    }

    /// Reads all its files and holds their hashes against what is known of them.
    void check() {
        if (check != null) {
            return;
        }
        FileCheck now = new FileCheck(known, hashes);
        check = now;
        Button stop = new Button(WORDS.text("check.stop"), new FontIcon("mdi2s-stop"));
        stop.getStyleClass().setAll("button", "btn");
        stop.setOnAction(event -> now.stop());
        row.setBelow(PageForm.note(WORDS.text("check.going")), stop);
        row.setProgress(0);
        LatestOnFx<Double> progress = new LatestOnFx<>(done -> {
            if (check == now) {
                row.setProgress(done);
            }
        });
        Thread.ofVirtual().start(() -> {
            Runnable end;
            try {
                FileCheck.Result result = now.check(facts.model().folder(), progress::offer);
                end = () -> tell(now, result);
            } catch (CancellationException e) {
                end = row::setBelow;
            } catch (IOException | RuntimeException e) {
                end = () -> row.setBelow(PageForm.note(Problems.sentence(e)));
            }
            Runnable last = end;
            Platform.runLater(() -> {
                check = null;
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
        if (lines.isEmpty()) {
            lines.add(PageForm.note(
                    result.recorded() == 0
                            ? WORDS.text("check.same", result.files(), result.published())
                            : WORDS.text(
                                    "check.recorded",
                                    result.files(),
                                    result.published(),
                                    result.same(),
                                    result.recorded())));
            showState();
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
                Thread.ofVirtual().start(() -> Problems.ignoring(() -> done.forget(changed), this::check)));
        return again;
    }

    /// What is found out with files.
    private interface Question {
        String answer() throws IOException;
    }

    private static void inBackground(Question question, Consumer<String> taker, String otherwise) {
        Thread.ofVirtual().start(() -> {
            String answer;
            try {
                answer = question.answer();
            } catch (IOException e) {
                answer = otherwise;
            }
            String found = answer;
            Platform.runLater(() -> taker.accept(found));
        });
    }
}
