package org.layerloom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelFamily;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Target;

/// Stands in for a model in tests: paints an ellipse or a star with soft alpha into each box, and a gradient
/// behind; in modes what each makes. Needs no weights, keeps every promise of `LayerGenerator`, and gives equal pixels
/// for equal requests.
public final class PaintedGenerator implements GeneratorProvider, LayerGenerator {
    /// Steps of a run whose settings name none.
    public static final int STEPS = 4;
    /// The file that marks a folder as a model of this family.
    public static final String MARK = "painted.txt";

    private static final String MODEL = "painted@00000000";

    private final Duration stepTime;
    private final List<GenerateRequest> requests = new CopyOnWriteArrayList<>();

    public PaintedGenerator() {
        this(Duration.ZERO);
    }

    /// @param stepTime how long each step takes at least
    public PaintedGenerator(Duration stepTime) {
        this.stepTime = stepTime;
    }

    /// A catalogue of this one model, whose folder is made below `root`.
    public ModelCatalog catalog(Path root) throws IOException {
        return catalog(root, ModelFamily.ART);
    }

    /// A catalogue with a model of each of these families, whose folders are made below `root`.
    public ModelCatalog catalog(Path root, ModelFamily... families) throws IOException {
        for (ModelFamily family : families) {
            Path folder = Files.createDirectories(root.resolve(PaintedModels.folder(family)));
            Files.writeString(folder.resolve(MARK), family.name());
        }
        return new ModelCatalog(List.of(this), List.of(root));
    }

    /// What was asked for so far.
    public List<GenerateRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Optional<ModelEntry> recognise(Path folder) {
        if (!Files.exists(folder.resolve(MARK))) {
            return Optional.empty();
        }
        ModelFamily family = family(folder);
        return Optional.of(new ModelEntry(
                folder.getFileName().toString(),
                PaintedModels.title(family),
                folder,
                this,
                PaintedModels.abilities(family, folder)));
    }

    private static ModelFamily family(Path folder) {
        try {
            String name = Files.readString(folder.resolve(MARK)).strip();
            return name.isEmpty() ? ModelFamily.ART : ModelFamily.valueOf(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
        return this;
    }

    @Override
    public String device() {
        return "CPU, 1 thread: painted by hand";
    }

    @Override
    public void close() {}

    @Override
    public GenerateResult generate(GenerateRequest request, Progress progress) {
        requests.add(request);
        progress.check();
        progress.step(Progress.Stage.LOAD, 1, 1);
        progress.step(Progress.Stage.ENCODE, 1, 1);
        Raster background = gradient(request);
        List<GenerateResult.Made> layers =
                request.targets().stream().map(target -> paint(request, target)).toList();
        Raster merged = merge(request, background, layers);
        int steps = request.settings().steps().orElse(STEPS);
        for (int i = 1; i <= steps; i++) {
            progress.check();
            pause();
            progress.step(Progress.Stage.DENOISE, i, steps);
            int every = request.settings().previewEvery();
            if (every > 0 && i % every == 0) {
                progress.preview(merged);
            }
        }
        progress.check();
        progress.step(Progress.Stage.DECODE, 1, 1);
        boolean given = request.fixed().stream().anyMatch(f -> f.role() == Fixed.Role.BACKGROUND);
        return new GenerateResult(
                given || !request.mode().makes(Fixed.Role.BACKGROUND) ? Optional.empty() : Optional.of(background),
                request.mode().makes(Fixed.Role.BLEND) ? Optional.of(merged) : Optional.empty(),
                layers,
                merged,
                new Recipe(request.prompt(), request.settings().seed(), MODEL),
                List.of());
    }

    private void pause() {
        try {
            Thread.sleep(stepTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /// The colour that a seed and a number give: the same ones always the same.
    private static int colour(GenerateRequest request, int number) {
        long mixed = (request.settings().seed() * 31 + number + 1) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & 0xFFFFFF;
    }

    private static Raster gradient(GenerateRequest request) {
        int width = request.width();
        int height = request.height();
        int top = colour(request, 0);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int light = 96 * (i / width) / height;
            argb[i] =
                    0xFF000000 | lighter(top >> 16, light) << 16 | lighter(top >> 8, light) << 8 | lighter(top, light);
        }
        return Raster.of(width, height, argb);
    }

    private static int lighter(int channel, int light) {
        return Math.min(255, (channel & 255) + light);
    }

    private static GenerateResult.Made paint(GenerateRequest request, Target target) {
        Rect box = target.box();
        int colour = colour(request, target.layer().value());
        boolean star = target.layer().value() % 2 == 0;
        int[] argb = new int[box.width() * box.height()];
        for (int i = 0; i < argb.length; i++) {
            double u = 2 * (i % box.width() + 0.5) / box.width() - 1;
            double v = 2 * (i / box.width() + 0.5) / box.height() - 1;
            double edge = star ? 0.7 + 0.25 * Math.cos(5 * Math.atan2(v, u)) : 0.95;
            double inside = (edge - Math.hypot(u, v)) * Math.min(box.width(), box.height()) / 8;
            int alpha = (int) Math.round(255 * Math.clamp(inside, 0, 1));
            argb[i] = alpha == 0 ? 0 : alpha << 24 | colour;
        }
        Raster whole = Raster.of(box.width(), box.height(), argb);
        Rect visible = whole.alphaBounds();
        String prompt = target.prompt().orElse(request.prompt());
        return new GenerateResult.Made(
                target.layer(),
                target.prompt()
                        .orElse((star ? "Star " : "Ellipse ") + target.layer().value()),
                box.x() + visible.x(),
                box.y() + visible.y(),
                whole.crop(visible),
                new Recipe(prompt, request.settings().seed(), MODEL));
    }

    /// The layers over the background; soft edges become hard ones.
    private static Raster merge(GenerateRequest request, Raster background, List<GenerateResult.Made> layers) {
        int[] argb = background.toArgb();
        for (GenerateResult.Made made : layers) {
            Raster raster = made.raster();
            for (int y = 0; y < raster.height(); y++) {
                for (int x = 0; x < raster.width(); x++) {
                    int pixel = raster.argb(x, y);
                    if (pixel >>> 24 > 127) {
                        argb[(made.y() + y) * request.width() + made.x() + x] = 0xFF000000 | pixel;
                    }
                }
            }
        }
        return Raster.of(request.width(), request.height(), argb);
    }
}
