package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.generate.GenerateJob;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;

/// Runs the generator for one window: settings, one run at a time, its progress and preview, and its result as one
/// step of the document's history. Lives on the JavaFX thread; the runs have threads of their own.
public final class GenerationSession {
    private final Editor editor;
    private final GenerationSettings settings = new GenerationSettings();
    private final KeptGenerator generators = new KeptGenerator();
    private final RunEstimate estimate = new RunEstimate();
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private final ObjectProperty<ModelEntry> model = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Raster> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private Consumer<Notice> onNotice = notice -> {};
    private List<String> lastNotes = List.of();
    private GenerateJob job;
    /// The history that the run's result belongs to: another one is another document's.
    private History history;

    public GenerationSession(Editor editor, ModelCatalog catalog) {
        this.editor = editor;
        model.addListener((o, before, now) -> {
            if (before != null) {
                device.set("");
                generators.close();
            }
        });
        editor.revisionProperty().addListener(o -> {
            if (running.get() && editor.history() != history) {
                cancel();
            }
        });
        Thread.ofPlatform().name("find models").daemon().start(() -> {
            List<ModelEntry> found = catalog.models();
            Platform.runLater(() -> {
                models.setAll(found);
                if (model.get() == null && !found.isEmpty()) {
                    model.set(found.getFirst());
                }
                searching.set(false);
            });
        });
    }

    /// The models at hand; found in the background, so empty in the first moment.
    public ObservableList<ModelEntry> models() {
        return models;
    }

    /// Whether the models are still being looked for.
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// The model of the next run; null while none is known.
    public ObjectProperty<ModelEntry> modelProperty() {
        return model;
    }

    public GenerationSettings settings() {
        return settings;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// True from `cancel` until the run has stopped.
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /// How far the run is; null while none goes on.
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The picture as it stands while it is made; null while no run shows one. Never a layer.
    public ReadOnlyObjectProperty<Raster> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// The device that the loaded model runs on and why, in words; blank before the first run.
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /// What is told of runs that end.
    public void setOnNotice(Consumer<Notice> onNotice) {
        this.onNotice = onNotice;
    }

    /// Why no run can start now, as a sentence without full stop; empty where one can.
    public Optional<String> obstacle() {
        Document document = editor.document();
        if (model.get() == null) {
            return Optional.of(searching.get() ? "Looking for models" : "No model was found");
        }
        if (document.regions().isEmpty()) {
            return Optional.of("Draw a box first");
        }
        if (document.regions().size() > GenerateRequest.MAX_BOXES) {
            return Optional.of(document.regions().size() + " boxes are more than " + GenerateRequest.MAX_BOXES);
        }
        boolean anyPrompt = !document.prompt().isBlank()
                || document.regions().stream()
                        .anyMatch(region -> !region.prompt().isBlank());
        return anyPrompt ? Optional.empty() : Optional.of("Write a prompt first");
    }

    /// How long a run takes, told from the last one; empty before the first. One box alone takes about as long as
    /// all: the others are read with it.
    Optional<Duration> estimate() {
        return Optional.ofNullable(model.get())
                .flatMap(entry ->
                        estimate.of(entry.id(), settings.stepsProperty().get(), editor.document()));
    }

    /// Makes every box and the background.
    public void generate() {
        long seed = settings.seedProperty().get();
        start(document -> RunPlan.whole(document, model.get().id(), settings.withSeed(seed)));
    }

    /// Makes the boxes that have no layer yet; the layers that are there are given to the run and stay.
    public void generateEmpty() {
        long seed = settings.seedProperty().get();
        start(document -> RunPlan.empty(document, model.get().id(), settings.withSeed(seed)));
    }

    /// Makes one box anew, with the seed after its layer's unless the seed is kept; every other layer stays byte
    /// for byte.
    public void reroll(LayerId box) {
        Optional<Recipe> recipe =
                editor.document().layer(box).flatMap(layer -> layer.props().recipe());
        boolean next = recipe.isPresent() && !settings.seedLockedProperty().get();
        long seed = next ? recipe.get().seed() + 1 : settings.seedProperty().get();
        start(document -> RunPlan.reroll(document, box, model.get().id(), settings.withSeed(seed)));
    }

    /// Asks the run to stop; it does so within a step, and leaves the document as it is.
    public void cancel() {
        if (running.get() && !cancelling.get()) {
            cancelling.set(true);
            preview.set(null);
            job.cancel();
        }
    }

    /// Stops what goes on and gives the model's memory back; the window is closing.
    public void close() {
        cancel();
        generators.close();
    }

    private void start(Function<Document, RunPlan> planning) {
        if (running.get()) {
            return;
        }
        editor.finishTyping();
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            onNotice.accept(Notice.warning(obstacle.get() + "."));
            return;
        }
        try {
            run(planning.apply(editor.history().document()));
        } catch (IllegalArgumentException e) {
            onNotice.accept(Notice.error(Problems.sentence(e, 0)));
        }
    }

    private void run(RunPlan plan) {
        running.set(true);
        history = editor.history();
        progress.set(new RunProgress(plan.task(), Progress.Stage.LOAD, 0, 1, Optional.empty()));
        ModelEntry wanted = model.get();
        String onDevice = plan.request().settings().device();
        RunListener listener = new RunListener(
                plan.task(), this::show, this::showPreview, generators::giveBack, end -> ended(end, plan));
        job = GenerateJob.start(plan.request(), () -> open(wanted, onDevice), listener);
    }

    /// On the run's thread.
    private LayerGenerator open(ModelEntry wanted, String onDevice) throws ModelException {
        LayerGenerator generator = generators.take(wanted, onDevice);
        String words = generator.device();
        Platform.runLater(() -> device.set(words));
        return generator;
    }

    private void show(RunProgress now) {
        if (running.get()) {
            progress.set(now);
        }
    }

    private void showPreview(Raster picture) {
        if (running.get() && !cancelling.get()) {
            preview.set(picture);
        }
    }

    private void ended(RunListener.End end, RunPlan plan) {
        switch (end) {
            case RunListener.End.Finished finished -> {
                // A cancel that came after the last step still counts.
                if (cancelling.get()) {
                    cancelled(finished.steps());
                } else {
                    finished(finished, plan);
                }
            }
            case RunListener.End.Cancelled cancelled -> cancelled(cancelled.step());
            case RunListener.End.Failed failed -> {
                if (failed.problem() instanceof OutOfMemoryError) {
                    generators.close();
                }
                onNotice.accept(Notice.error(Problems.sentence(failed.problem(), failed.step())));
            }
        }
        job = null;
        preview.set(null);
        progress.set(null);
        cancelling.set(false);
        running.set(false);
    }

    private void cancelled(int step) {
        String when = step == 0 ? "Cancelled." : "Cancelled at step " + step + ".";
        onNotice.accept(Notice.done(when + " Nothing changed."));
    }

    private void finished(RunListener.End.Finished end, RunPlan plan) {
        estimate.learn(plan.request(), end.steps(), end.time(), editor.document());
        editor.commit(plan.label(), document -> plan.applied(end.result(), document));
        Document made = editor.document();
        if (!settings.seedLockedProperty().get()) {
            settings.rollSeed();
        }
        String text = RunPlan.layers(plan.made(end.result())) + " in " + RunProgress.seconds(end.time());
        onNotice.accept(Notice.done(text).offering("Undo", () -> undo(made)));
        tell(end.result().notes());
    }

    /// What the run before said already is not said again.
    private void tell(List<String> notes) {
        if (!notes.isEmpty() && !notes.equals(lastNotes)) {
            onNotice.accept(Notice.warning(String.join(" ", notes)));
        }
        lastNotes = notes;
    }

    /// Takes a run back, as long as nothing was done after it.
    private void undo(Document made) {
        if (editor.history().document() == made) {
            editor.undo();
        }
    }
}
