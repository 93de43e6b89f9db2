package org.layerloom.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateJob;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Progress;

/// One run of a server's, told to the client as it goes. A client that is gone or takes nothing more cancels it: within
/// a step, once a message could not be written.
final class ServedRun implements GenerateJob.Listener {
    /// Without news for so long the client is told that there is none, ms.
    static final long QUIET = 250;

    /// What the run's thread hands to the one that writes.
    ///
    /// @param picture of a preview
    /// @param pictures that follow the message
    private record News(Event event, Optional<Raster> picture, List<Raster> pictures) {
        static News of(Event event) {
            return new News(event, Optional.empty(), List.of());
        }

        boolean isLast() {
            return event instanceof Event.Finished || event instanceof Event.Failed;
        }
    }

    private final ServedModels models;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    ServedRun(ServedModels models) {
        this.models = models;
    }

    /// Makes a request and writes what happens until the end; returns when nothing of the run is left.
    ///
    /// @return how it ended, in a word or two for a log
    /// @throws IOException when the client is gone; the run was cancelled then
    /// @throws InterruptedException when it was found to take nothing more; likewise
    String make(ModelEntry entry, GenerateRequest request, OutputStream out) throws IOException, InterruptedException {
        GenerateJob job = GenerateJob.start(request, progress -> models.take(entry, request, progress), this);
        try {
            News told;
            do {
                News next = news.poll(QUIET, TimeUnit.MILLISECONDS);
                told = next == null ? News.of(new Event.Alive()) : next;
                write(told, out);
            } while (!told.isLast());
            return told.event instanceof Event.Failed failed
                    ? failed.refusal().reason().word()
                    : "made";
        } finally {
            job.cancel();
            over.join(); // also where this thread was interrupted: the next run may not begin before
        }
    }

    private static void write(News told, OutputStream out) throws IOException {
        if (told.picture.isPresent()) {
            Wire.write(out, told.event, told.picture.get());
        } else {
            Wire.write(out, told.event);
        }
        Wire.write(out, told.pictures);
        out.flush();
    }

    @Override
    public void step(Progress.Stage stage, int done, int total) {
        news.add(News.of(new Event.Step(stage, done, total)));
    }

    /// A preview that could not be sent yet is dropped for the next one.
    @Override
    public void preview(Raster picture) {
        news.removeIf(waiting -> waiting.event instanceof Event.Preview);
        news.add(new News(new Event.Preview(), Optional.of(picture), List.of()));
    }

    @Override
    public void finished(GenerateResult result) {
        Pictures pictures = new Pictures();
        ResultMessage message = ResultMessage.of(result, models.note(), pictures);
        end(new News(new Event.Finished(message), Optional.empty(), pictures.all()));
    }

    /// What was finished by then is not sent: nobody may be there any more.
    @Override
    public void cancelled(Optional<GenerateResult> made) {
        end(News.of(new Event.Failed(Refusal.of(Refusal.Reason.STOPPED))));
    }

    @Override
    public void failed(Throwable problem) {
        end(News.of(new Event.Failed(Refusal.of(problem))));
        if (problem instanceof OutOfMemoryError) {
            models.close();
        }
    }

    private void end(News last) {
        models.giveBack();
        news.add(last);
        over.complete(null);
    }
}
