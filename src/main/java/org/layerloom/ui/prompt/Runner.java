package org.layerloom.ui.prompt;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateJob;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.KeptGenerator;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;

/// Has one request at a time made on a thread of its own, and tells of it on the JavaFX thread.
final class Runner {
    private final KeptGenerator generators = new KeptGenerator();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Raster> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private Consumer<Verdict> onVerdict = verdict -> {};
    private GenerateJob job;

    /// Is told, on the JavaFX thread, of models that are used in a slower way as the memory does not hold them.
    void setOnVerdict(Consumer<Verdict> onVerdict) {
        this.onVerdict = onVerdict;
    }

    ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Raster> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /// Starts a run; the one before must be over.
    ///
    /// @param anyway whether it starts even if the memory will not do
    /// @param onEnd  is told once, when nothing of the run is left
    void start(
            GenerateRequest request, ModelEntry model, RunTask task, boolean anyway, Consumer<RunListener.End> onEnd) {
        progress.set(new RunProgress(task, Progress.Stage.LOAD, 0, 1, Optional.empty()));
        RunListener listener =
                new RunListener(task, this::show, this::showPreview, generators::giveBack, end -> ended(end, onEnd));
        job = GenerateJob.start(request, told -> open(model, request, anyway, told), listener);
    }

    /// Asks the run to stop; it does so within a step.
    void cancel() {
        if (job != null && !cancelling.get()) {
            cancelling.set(true);
            preview.set(null);
            job.cancel();
        }
    }

    /// Says where models will run until the first one does.
    void expect(String words) {
        if (device.get().isBlank()) {
            device.set(words);
        }
    }

    /// Gives the model's memory back as soon as no run uses it.
    void unload() {
        device.set("");
        generators.close();
    }

    /// On the run's thread.
    private LayerGenerator open(ModelEntry wanted, GenerateRequest request, boolean anyway, Progress told)
            throws ModelException {
        String onDevice = request.settings().device();
        if (!generators.clearFor(wanted, onDevice)) {
            wanted.verdict(request).ifPresent(verdict -> heed(verdict, anyway));
        }
        LayerGenerator generator = generators.take(wanted, onDevice, told);
        String words = generator.device();
        Platform.runLater(() -> device.set(words));
        return generator;
    }

    private void heed(Verdict verdict, boolean anyway) {
        switch (verdict.way()) {
            case WHOLE -> {}
            case BLOCKS, FROM_DISK -> Platform.runLater(() -> onVerdict.accept(verdict));
            case TOO_LARGE -> {
                if (!anyway) {
                    throw new TooLargeException(verdict);
                }
            }
        }
    }

    private void show(RunProgress now) {
        if (job != null) {
            progress.set(now);
        }
    }

    private void showPreview(Raster picture) {
        if (job != null && !cancelling.get()) {
            preview.set(picture);
        }
    }

    private void ended(RunListener.End end, Consumer<RunListener.End> onEnd) {
        // A cancel that came after the last step still counts.
        RunListener.End told = cancelling.get() && end instanceof RunListener.End.Finished finished
                ? new RunListener.End.Cancelled(finished.steps(), Optional.of(finished.result()), finished.time())
                : end;
        if (end instanceof RunListener.End.Failed failed && failed.problem() instanceof OutOfMemoryError) {
            unload();
        }
        job = null;
        preview.set(null);
        progress.set(null);
        cancelling.set(false);
        onEnd.accept(told);
    }
}
