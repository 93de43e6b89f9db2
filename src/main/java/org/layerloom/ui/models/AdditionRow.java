package org.layerloom.ui.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.layerloom.download.FileCheck;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModels;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// What lies with models and is none itself, in the list: what it is and for which models, what it lacks, and the check
/// of its files.
final class AdditionRow {
    private static final Words WORDS = Words.of(AdditionRow.class);

    private final ModelAddition addition;
    private final ListRow row;
    private final VBox details = new VBox(4);
    private final RowCheck check;
    private String lack = "";

    /// @param reveal shows where it lies
    AdditionRow(ModelAddition addition, KnownModels known, HashBook hashes, Optional<Runnable> reveal) {
        this.addition = addition;
        row = new ListRow(addition.name());
        String id = addition.name().replace('.', '-');
        row.setId("addition-" + id);
        check = new RowCheck(row, addition.place(), known, hashes, this::showState);
        IconButton more = new IconButton("mdi2d-dots-horizontal", WORDS.text("model.more", addition.name()));
        more.setId("addition-more-" + id);
        ContextMenu menu = new ContextMenu(item("model.details", this::unfold), item("model.check", check::run));
        reveal.ifPresent(work -> menu.getItems().add(item("model.reveal", work)));
        more.setOnAction(event -> menu.show(more, Side.BOTTOM, 0, 0));
        row.setEnds(more);
        FileQuestion.ask(() -> ByteText.of(bytes(addition.place())), row::setSize, WORDS.text("models.unreadable"));
    }

    private static MenuItem item(String key, Runnable work) {
        MenuItem item = new MenuItem(WORDS.text(key));
        item.setOnAction(event -> work.run());
        return item;
    }

    private static long bytes(Path place) throws IOException {
        long bytes = 0;
        for (Path file : FileCheck.files(place)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /// Says whether it can be used with the models at hand.
    void show(List<ModelEntry> models) {
        lack = addition.lack(models);
        showState();
    }

    private void showState() {
        boolean ready = lack.isEmpty();
        row.setAbout(ready ? addition.about() : addition.about() + "\n" + lack);
        boolean usable = addition.problem() == ModelAddition.Problem.NONE;
        row.setIcon(ready ? "mdi2c-check-circle-outline" : "mdi2a-alert-outline");
        if (check.isWarning()) {
            return;
        }
        row.setState(
                WORDS.text(ready ? "models.ready" : usable ? "addition.waits" : "addition.unusable"),
                ready ? "ok" : "warn");
    }

    ListRow row() {
        return row;
    }

    boolean matches(Search search) {
        return search.finds(addition.name(), addition.about(), addition.place().toString(), addition.licence());
    }

    /// Leaves a check undone; for a row that is not shown any more.
    void leave() {
        check.stop();
    }

    /// Shows or hides what is to be known of it.
    void unfold() {
        if (row.shows(details)) {
            row.setBelow();
            return;
        }
        details.getChildren().clear();
        addNote(lack.isEmpty() ? addition.use() : "");
        addNote(addition.place().toString());
        addNote(addition.terms());
        FileQuestion.ask(check::verified, this::addNote, "");
        row.setBelow(details);
    }

    private void addNote(String text) {
        if (!text.isEmpty()) {
            details.getChildren().add(PageForm.note(text));
        }
    }
}
