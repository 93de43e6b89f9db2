package org.layerloom.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Raster;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.WeightForm;

/// Has layers made by a model on another machine: the same request, progress, previews and layers, bit for bit.
final class RemoteGenerator implements LayerGenerator {
    /// A server that says nothing for so long is gone: it tells several times a second that it is there.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /// The largest of a result's pictures, bytes.
    private static final long MAX_PICTURE = 1L << 30;

    private final Connection connection;
    private final Listing server;
    private final String model;
    private final WeightForm weights;

    /// What the thread that reads has found.
    ///
    /// @param event null = the stream broke
    /// @param problem how it broke; else null
    private record Told(Event event, Raster preview, List<Raster> pictures, Throwable problem) {}

    /// @param model the server's id of it
    RemoteGenerator(Connection connection, Listing server, String model, WeightForm weights) {
        this.connection = connection;
        this.server = server;
        this.model = model;
        this.weights = weights;
    }

    @Override
    public String device() {
        return connection.address().name() + ": " + server.device();
    }

    @Override
    public GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException {
        byte[] body = message(request);
        progress.check();
        try (Heard in = new Heard(connection.generate(body, progress, model))) {
            BlockingQueue<Told> told = new LinkedBlockingQueue<>();
            Thread.ofVirtual().name("remote run").start(() -> read(in, told));
            return follow(in, told, progress);
        } catch (IOException e) {
            throw Trouble.lost(connection.address());
        }
    }

    private byte[] message(GenerateRequest request) throws ModelException {
        if (!request.settings().tuning().loras().isEmpty()) {
            throw Trouble.loras(connection.address());
        }
        Pictures pictures = new Pictures();
        RequestMessage message = RequestMessage.of(request, model, weights, pictures);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Wire.write(out, message);
            Wire.write(out, pictures.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        boolean fits = out.size() <= server.limits().bytes()
                && (long) request.width() * request.height() <= server.limits().pixels()
                && pictures.pixels() <= server.limits().picturePixels();
        if (!fits) {
            throw Trouble.limit(connection.address());
        }
        return out.toByteArray();
    }

    /// On a thread of its own: a read cannot be given up, but by closing the stream.
    private static void read(InputStream in, BlockingQueue<Told> told) {
        try {
            Event event;
            do {
                Wire.Frame frame = Wire.read(in, MAX_PICTURE);
                event = frame.as(Event.class);
                Raster preview = frame.hasPicture() ? frame.picture(PngReader.MAX_PIXELS) : Raster.empty();
                int count = event instanceof Event.Finished(ResultMessage result) ? result.pictures() : 0;
                told.add(new Told(
                        event, preview, Wire.pictures(Wire.frames(in, count, MAX_PICTURE), Long.MAX_VALUE), null));
            } while (!(event instanceof Event.Finished) && !(event instanceof Event.Failed));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            told.add(new Told(null, Raster.empty(), List.of(), e));
        }
    }

    private GenerateResult follow(Heard in, BlockingQueue<Told> all, Progress progress) throws ModelException {
        while (in.silence() < SILENCE.toNanos()) {
            progress.check();
            Told told = next(all);
            if (told == null) {
                continue;
            }
            switch (told.event) {
                case null -> throw broken(told.problem);
                case Event.Alive() -> {}
                case Event.Waiting(int before) -> progress.step(Progress.Stage.WAIT, 0, before);
                case Event.Step(Progress.Stage stage, int done, int total) -> progress.step(stage, done, total);
                case Event.Preview() -> progress.preview(told.preview);
                case Event.Finished(ResultMessage result) -> {
                    return result.result(told.pictures);
                }
                case Event.Failed(Refusal refusal) -> throw Trouble.of(refusal, connection.address(), model);
            }
        }
        throw Trouble.lost(connection.address());
    }

    /// Where the memory here was too little for what came, that is what is told.
    private ModelException broken(Throwable problem) {
        if (problem instanceof OutOfMemoryError error) {
            throw error;
        }
        return Trouble.lost(connection.address());
    }

    private static Told next(BlockingQueue<Told> all) {
        try {
            return all.poll(Connection.LOOK, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
