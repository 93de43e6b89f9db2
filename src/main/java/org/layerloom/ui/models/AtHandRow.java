package org.layerloom.ui.models;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// A model at hand in the list: what it is and can do, what it lacks file by file, and the check of its files.
final class AtHandRow {
    private static final Words WORDS = Words.of(AtHandRow.class);

    private final ModelFacts facts;
    private final Supplier<String> device;
    private final KnownModels known;
    private final Consumer<KnownModel> fetch;
    private final ListRow row;
    private final VBox details = new VBox(4);
    private final RowCheck check;
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
        this.fetch = fetch;
        row = new ListRow(model.title());
        row.setId("model-" + model.id());
        row.setIcon(facts.isReady() ? "mdi2c-check-circle-outline" : "mdi2a-alert-outline");
        row.setAbout(facts.abilities());
        check = new RowCheck(row, model.folder(), known, hashes, this::showState);
        showState();
        row.setEnds(menu(remove, reveal));
        look();
    }

    /// Looks at its files, which may have come or gone; returns at once.
    void look() {
        FileQuestion.ask(() -> ByteText.of(facts.bytes()), row::setSize, WORDS.text("models.unreadable"));
        FileQuestion.ask(facts::form, text -> form = text, "");
    }

    /// Leaves a check undone; for a row that is not shown any more.
    void leave() {
        check.stop();
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
        ContextMenu menu = new ContextMenu(item("model.details", this::unfold), item("model.check", check::run));
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
        if (row.shows(details)) {
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
        FileQuestion.ask(() -> facts.memory(asked).orElse(""), this::addNote, "");
        FileQuestion.ask(check::verified, this::addNote, "");
        row.setBelow(details);
    }

    private void addNote(String text) {
        if (!text.isEmpty()) {
            details.getChildren().add(Math.min(2, details.getChildren().size()), PageForm.note(text));
        }
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
}
