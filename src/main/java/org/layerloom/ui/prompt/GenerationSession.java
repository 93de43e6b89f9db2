package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.KeptLayers;
import org.layerloom.generate.Lettering;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.modes.ModeChoice;
import org.layerloom.ui.modes.ModeParts;
import org.layerloom.ui.modes.ModeRun;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.versions.Versions;
import org.layerloom.words.Words;

/// Runs the generator for one window: settings, one run at a time and those that wait, progress and preview, and
/// each result as one step of the document's history or as versions to choose from. Lives on the JavaFX thread; the
/// runs have threads of their own.
public final class GenerationSession {
    private static final Words WORDS = Words.of(GenerationSession.class);

    private final Editor editor;
    private final Versions versions;
    private final ModelChoice models;
    private final GenerationSettings settings = new GenerationSettings();
    private final Runner runner = new Runner();
    private final RunQueue queue = new RunQueue();
    private final RunEstimate estimate = new RunEstimate();
    private final ModeChoice modes = new ModeChoice();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Consumer<Notice> onNotice = notice -> {};
    private final Results results;
    /// What the run that goes on has made so far, where it is one in a mode.
    private ModeParts parts;
    /// What the run that goes on sets as text.
    private Lettering lettering = Lettering.NONE;
    /// The history that the runs' results belong to: another one is another document's.
    private History history;

    public GenerationSession(Editor editor, ModelCatalog catalog) {
        this.editor = editor;
        versions = new Versions(editor);
        models = new ModelChoice(catalog);
        history = editor.history();
        results = new Results(editor, versions, settings, notice -> onNotice.accept(notice));
        runner.setOnVerdict(verdict -> onNotice.accept(Notice.warning(verdict.sentence())));
        models.chosenProperty().addListener((o, before, now) -> {
            if (before != null) {
                runner.unload();
            }
            if (now != null) {
                modes.follow(now);
                now.machine().ifPresent(machine -> runner.expect(WORDS.text("device.remote", machine)));
            }
        });
        editor.revisionProperty().addListener(o -> {
            if (editor.history() != history) {
                history = editor.history();
                dropAll();
            }
        });
    }

    /// The models at hand; found in the background, so empty in the first moment.
    public ObservableList<ModelEntry> models() {
        return models.models();
    }

    /// Has the models of another machine chosen from too, which come and go with it.
    public void borrow(ObservableList<ModelEntry> others) {
        models.borrow(others);
    }

    /// Looks for the models of another catalog, in the background.
    public void lookIn(ModelCatalog catalog) {
        models.search(catalog);
    }

    /// Whether the models are still being looked for.
    ReadOnlyBooleanProperty searchingProperty() {
        return models.searchingProperty();
    }

    /// The model of the next run; null while none is known.
    public ObjectProperty<ModelEntry> modelProperty() {
        return models.chosenProperty();
    }

    public GenerationSettings settings() {
        return settings;
    }

    /// Has what is remembered kept from one start of the program to the next.
    public void keepIn(Preferences preferences) {
        settings.keepIn(preferences);
        modes.keepIn(preferences);
    }

    /// The mode of the next run and what it is given.
    public ModeChoice modes() {
        return modes;
    }

    /// What the runs have made, to choose from.
    public Versions versions() {
        return versions;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// True from `cancel` until the run has stopped.
    public ReadOnlyBooleanProperty cancellingProperty() {
        return runner.cancellingProperty();
    }

    /// How far the run is; null while none goes on.
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return runner.progressProperty();
    }

    /// The picture as it stands while it is made; null while no run shows one. Never a layer.
    public ReadOnlyObjectProperty<Raster> previewProperty() {
        return runner.previewProperty();
    }

    /// Finds out in the background where models will run, and tells of it.
    public void lookForDevice(Supplier<DeviceFacts> probe, Optional<LibtorchChoice> choice) {
        new DeviceLook(runner::expect, onNotice, choice)
                .start(settings.deviceProperty().get(), probe);
    }

    /// The device that the loaded model runs on and why, in words; blank until it is known.
    public ReadOnlyStringProperty deviceProperty() {
        return runner.deviceProperty();
    }

    /// The runs that wait, the next one first; read-only.
    public ObservableList<QueuedRun> waiting() {
        return queue.waiting();
    }

    public void removeWaiting(int index) {
        queue.remove(index);
    }

    /// Moves a waiting run by `places` towards the end; negative = towards the front.
    public void moveWaiting(int index, int places) {
        queue.move(index, places);
    }

    /// What is told of runs that end.
    public void setOnNotice(Consumer<Notice> onNotice) {
        this.onNotice = onNotice;
    }

    /// Tells that the end of a prompt was left out.
    void tellCut() {
        onNotice.accept(Notice.warning(WORDS.text("prompt.cut", PromptText.MAX_LENGTH)));
    }

    /// Why no run can be asked for now, as a sentence without full stop; empty where one can.
    public Optional<String> obstacle() {
        return obstacle(wish());
    }

    Optional<String> obstacle(Wish wish) {
        if (modelProperty().get() == null) {
            return Optional.of(WORDS.text(searchingProperty().get() ? "obstacle.searching" : "obstacle.no.model"));
        }
        return Obstacles.of(wish, editor.document(), modelProperty().get().abilities());
    }

    /// What `generate` would ask for now.
    Wish wish() {
        return modes.mode() == Mode.LAYERS
                ? new Wish.Whole()
                : new Wish.InMode(modes.run(editor.document(), editor.selected()));
    }

    /// How long a run of the model takes, told from the last one of its mode; empty before the first. One box alone
    /// takes about as long as all: the others are read with it.
    Optional<Duration> estimate(Wish wish) {
        return Optional.ofNullable(modelProperty().get())
                .flatMap(entry ->
                        estimate.of(entry.id(), wish, settings.stepsProperty().get(), editor.document()));
    }

    /// Makes what the mode makes; of layers in boxes every box and the background, but for what is locked.
    public void generate() {
        editor.finishTyping();
        submit(wish());
    }

    /// Makes the whole as many times with the seeds that follow each other: the first is put into the document, the
    /// others go to the layers' versions, to be gone through together or layer by layer.
    public void generateVariations(int count) {
        submit(new Wish.Variations(count));
    }

    /// Makes the boxes that have no layer yet; the layers that are there are given to the run and stay.
    public void generateEmpty() {
        submit(new Wish.Empty());
    }

    /// Makes the selected boxes in one step, anew or for the first time.
    public void generateSelected() {
        List<LayerId> boxes = editor.selected().stream()
                .filter(id -> editor.document().region(id).isPresent())
                .toList();
        if (!boxes.isEmpty()) {
            submit(new Wish.Boxes(boxes));
        }
    }

    /// Makes versions of a layer to choose from, or the layer of an empty box; every other layer stays byte for byte.
    public void reroll(LayerId layer) {
        reroll(layer, settings.versionsProperty().get());
    }

    /// @param count how many versions
    public void reroll(LayerId layer, int count) {
        boolean empty = editor.document().layer(layer).isEmpty();
        submit(empty ? new Wish.Boxes(List.of(layer)) : new Wish.Choice(layer, count));
    }

    /// Whether a run can make the layer or box anew.
    public boolean canReroll(LayerId layer) {
        Document document = editor.document();
        return (document.region(layer).isPresent() || Backgrounds.is(layer, document))
                && !KeptLayers.of(document).contains(layer)
                && !Wish.isUnpainted(document, layer);
    }

    /// Asks the run to stop; it does so within a step, and leaves the document as it is. The next one begins.
    public void cancel() {
        runner.cancel();
    }

    /// Stops what goes on and gives the model's memory back; the window is closing.
    public void close() {
        queue.clear();
        runner.cancel();
        runner.unload();
    }

    /// Starts what is wished for, or has it wait for what goes on.
    void submit(Wish wish) {
        boolean varied =
                wish instanceof Wish.Choice && Remake.isPossible(modelProperty().get());
        submit(wish, varied ? new Remake(settings.strengthProperty().get(), "") : Remake.NEW);
    }

    /// @param remake how what is there already is made anew
    void submit(Wish wish, Remake remake) {
        submit(wish, () -> settings.of(modelProperty().get(), running.get()).with(remake));
    }

    private void submit(Wish wish, Supplier<RunSettings> chosen) {
        editor.finishTyping();
        Document document = editor.history().document();
        Optional<String> obstacle = obstacle(wish).map(text -> text + ".").or(() -> Obstacles.locked(wish, document));
        if (obstacle.isPresent()) {
            onNotice.accept(Notice.warning(obstacle.get()));
            return;
        }
        RunSettings how = chosen.get();
        QueuedRun run = new QueuedRun(wish, how.remake().label(wish, document), how, history);
        settings.remember(wish, document);
        if (running.get()) {
            queue.add(run);
        } else {
            begin(run);
        }
    }

    private void begin(QueuedRun run) {
        running.set(true);
        begin(run, run.wish() instanceof Wish.Choice choice ? seeded(run, choice) : run.settings(), 0);
    }

    /// Versions go on from the seeds that the layer's have, unless the seed is kept.
    private RunSettings seeded(QueuedRun run, Wish.Choice choice) {
        RunSettings how = run.settings();
        return settings.seedLockedProperty().get()
                ? how
                : versions.highestSeed(choice.layer())
                        .map(seed -> how.withSeed(seed + 1))
                        .orElse(how);
    }

    private void begin(QueuedRun run, RunSettings how, int part) {
        try {
            Document document = editor.history().document();
            boolean painted = settings.memoryProperty().get().paintsLetters();
            lettering =
                    painted ? Lettering.NONE : Lettering.of(document, run.wish().texts(document));
            if (lettering.count() > 0 && RunPlan.isIdle(run.wish(), lettering.applyTo(document))) {
                results.take(lettering);
                next();
                return;
            }
            GenerateRequest request = request(run, how, part, lettering.applyTo(document));
            RunTask task = RunTask.of(run, document, part, estimate(run.wish()));
            runner.start(request, how.model(), task, how.anyway(), end -> ended(end, run, how, part, request));
        } catch (IllegalArgumentException e) {
            onNotice.accept(Notice.error(Problems.sentence(e, 0)));
            next();
        }
    }

    private GenerateRequest request(QueuedRun run, RunSettings how, int part, Document document) {
        if (!(run.wish() instanceof Wish.InMode(ModeRun mode))) {
            return RunPlan.request(run.wish(), document, how);
        }
        if (part == 0) {
            parts = new ModeParts(mode);
        }
        return parts.next(document, how.model().id(), how.negative(), how.settings());
    }

    private void ended(RunListener.End end, QueuedRun run, RunSettings how, int part, GenerateRequest request) {
        if (run.history() != editor.history()) {
            next();
            return;
        }
        switch (end) {
            case RunListener.End.Finished finished -> {
                estimate.learn(request, finished.steps(), finished.time(), editor.document());
                if (run.wish() instanceof Wish.InMode) {
                    parts.take(request, finished.result());
                    results.take(finished, run, part, parts);
                } else {
                    results.take(finished, run, part, lettering);
                }
                if (part + 1 < run.parts()) {
                    RunSettings next = how.withSeed(how.settings().seed() + 1);
                    begin(run, run.wish() instanceof Wish.InMode ? next : next.quiet(), part + 1);
                    return;
                }
                settings.rollSeedUnlessLocked();
            }
            case RunListener.End.Cancelled cancelled -> {
                if (run.wish() instanceof Wish.InMode) {
                    cancelled.made().ifPresent(made -> parts.take(request, made));
                    results.tellCancelled(cancelled, part, parts);
                } else {
                    results.tellCancelled(cancelled, run, part, lettering);
                }
            }
            case RunListener.End.Failed failed ->
                onNotice.accept(Problems.notice(failed, run.settings(), other -> again(run, other)));
        }
        next();
    }

    /// Asks for a run that did not start once more, made in another way.
    private void again(QueuedRun run, RunSettings how) {
        if (run.history() == editor.history()) {
            submit(run.wish(), () -> how);
        }
    }

    private void next() {
        queue.take().ifPresentOrElse(this::begin, () -> running.set(false));
    }

    /// The document was closed: what was to be made for it is not wanted any more.
    private void dropAll() {
        int dropped = queue.clear() + (running.get() ? 1 : 0);
        runner.cancel();
        if (dropped > 0) {
            onNotice.accept(Notice.warning(WORDS.text(dropped == 1 ? "dropped.one" : "dropped.many", dropped)));
        }
    }
}
