package org.layerloom.ui.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.DownloadPlan;
import org.layerloom.download.DownloadProgress;
import org.layerloom.download.DownloadQueue;
import org.layerloom.download.KnownModel;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// A published model in the list: whether it is there, how far its download is, and what can be done about it.
final class PublishedRow {
    private static final Words WORDS = Words.of(PublishedRow.class);
    private static final int SECONDS_IN_MINUTES = 120;

    private final KnownModel model;
    private final ModelDownloads downloads;
    private final Supplier<List<Path>> roots;
    private final ListRow row;
    private final Runnable changed;
    private boolean isOffering;
    private int looks;

    /// What of it is on the disk.
    ///
    /// @param begun the folder of models in which some of it is
    /// @param bytes of it that are there
    private record Standing(boolean whole, Optional<Path> begun, long bytes) {
        static Standing of(KnownModel model, List<Path> roots) {
            Optional<Path> begun = roots.stream().filter(model::isBegunIn).findFirst();
            return new Standing(
                    roots.stream().anyMatch(model::isIn),
                    begun,
                    begun.map(root -> new DownloadPlan(model, root).there()).orElse(0L));
        }
    }

    /// @param roots folders in which it may be
    /// @param changed is run when files went
    PublishedRow(KnownModel model, ModelDownloads downloads, Supplier<List<Path>> roots, Runnable changed) {
        this.model = model;
        this.downloads = downloads;
        this.roots = roots;
        this.changed = changed;
        row = new ListRow(model.title());
        row.setId("published-" + model.id());
        row.setAbout(model.about() + "\n" + model.terms());
        row.setIcon("mdi2d-download-outline");
        show();
    }

    ListRow row() {
        return row;
    }

    /// Shows where it stands now; the disk is looked at in the background.
    void show() {
        int mine = ++looks;
        Optional<DownloadQueue.Event> event =
                Optional.ofNullable(downloads.states().get(model.id()));
        Optional<DownloadQueue.State> state = event.map(DownloadQueue.Event::state);
        if (state.filter(now -> now == DownloadQueue.State.RUNNING || now == DownloadQueue.State.WAITING)
                .isPresent()) {
            isOffering = false;
            row.clearProgress();
            showGoing(event.get());
            return;
        }
        if (!model.isOffered()) {
            showResting(new Standing(false, Optional.empty(), 0), event);
            return;
        }
        List<Path> places = roots.get();
        Thread.ofVirtual().start(() -> {
            Standing found = Standing.of(model, places);
            Platform.runLater(() -> {
                if (mine == looks) {
                    showResting(found, event);
                }
            });
        });
    }

    private void showResting(Standing found, Optional<DownloadQueue.Event> event) {
        row.setSize(model.isOffered() ? ByteText.of(model.bytes()) : "");
        row.clearProgress();
        if (found.whole()) {
            isOffering = false;
            row.setIcon("mdi2c-check-circle-outline");
            row.setState(text("there"), "ok");
            row.setEnds();
            row.setBelow();
        } else if (found.begun().isPresent()) {
            showBegun(found.begun().get(), found.bytes(), event);
        } else {
            showOffer(event);
        }
    }

    private void showGoing(DownloadQueue.Event event) {
        boolean runs = event.state() == DownloadQueue.State.RUNNING;
        row.setIcon(runs ? "mdi2d-download-outline" : "mdi2c-clock-outline");
        row.setState(text(runs ? "fetching" : "waiting"), runs ? "acc" : "info");
        row.setEnds(button("pause", "mdi2p-pause", () -> downloads.stop(model.id())));
        row.setBelow();
        event.progress().ifPresent(progress -> {
            row.setProgress(progress.fraction());
            row.setSize(text("size.of", ByteText.of(progress.done()), ByteText.of(progress.total())));
            row.setBelow(PageForm.note(line(progress)));
        });
    }

    private static String line(DownloadProgress progress) {
        String stage = text("stage." + progress.stage(), progress.file());
        return progress.left().map(left -> stage + "  " + left(left)).orElse(stage);
    }

    private static String left(Duration time) {
        return time.toSeconds() < SECONDS_IN_MINUTES
                ? text("left.seconds", Math.max(1, time.toSeconds()))
                : text("left.minutes", time.toMinutes());
    }

    private void showBegun(Path root, long bytes, Optional<DownloadQueue.Event> event) {
        DownloadPlan plan = new DownloadPlan(model, root);
        row.setIcon("mdi2c-clock-outline");
        row.setState(text("inPart"), "warn");
        row.setSize(text("size.of", ByteText.of(bytes), ByteText.of(model.bytes())));
        row.setEnds(
                button("discard", "mdi2c-close", () -> discard(plan)),
                button("goOn", "mdi2d-download-outline", () -> offer(root)));
        showProblem(event);
    }

    private void discard(DownloadPlan plan) {
        isOffering = false;
        Button sure = button("discard.sure", "mdi2t-trash-can-outline", () -> {
            Thread.ofVirtual().start(() -> Problems.ignoring(plan::discardParts, changed));
        });
        sure.getStyleClass().add("danger");
        row.setBelow(PageForm.note(text("discard.note")), sure, button("keep", "mdi2c-check", this::show));
    }

    private void showOffer(Optional<DownloadQueue.Event> event) {
        row.setIcon(model.isOffered() ? "mdi2d-download-outline" : "mdi2i-information-outline");
        row.setState(model.isOffered() ? "" : text("withdrawn"), "info");
        if (model.isOffered()) {
            row.setEnds(button("fetch", "mdi2d-download-outline", () -> offer(downloads.usualRoot())));
        } else {
            row.setEnds();
        }
        showProblem(event);
    }

    private void showProblem(Optional<DownloadQueue.Event> event) {
        Optional<String> problem = event.flatMap(DownloadQueue.Event::problem).map(Problems::sentence);
        if (problem.isPresent()) {
            row.setState(text("failed"), "warn");
        }
        if (!isOffering) { // what is being read and typed there stays
            row.setBelow(problem.map(PageForm::note).stream().toArray(Node[]::new));
        }
    }

    /// Says what would be fetched, and waits for a yes.
    void offer(Path root) {
        isOffering = true;
        row.setBelow(new DownloadOffer(new DownloadPlan(model, root), downloads, this::withdraw));
    }

    private void withdraw() {
        isOffering = false;
        row.setBelow();
        show();
    }

    private Button button(String key, String icon, Runnable work) {
        Button button = new Button(text(key), new FontIcon(icon));
        button.setId(key.replace('.', '-') + "-" + model.id());
        button.getStyleClass().setAll("button", "btn");
        button.setOnAction(event -> work.run());
        return button;
    }

    private static String text(String key, Object... arguments) {
        return WORDS.text("published." + key, arguments);
    }

    /// Whether a word of a search is in what the row says.
    boolean matches(Search search) {
        return search.finds(model.title(), model.about(), model.licence().name(), model.id());
    }
}
