package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.WeightForm;
import org.layerloom.tensor.Device;

/// What the model inside the program can be asked for, with its real weights, few steps and one pass a step.
final class EmbeddedAbilitiesTest {
    private static final Rect PAGE = new Rect(0, 0, 256, 256);
    private static final Rect LEFT = new Rect(0, 64, 128, 128);
    private static final Rect RIGHT = new Rect(128, 64, 128, 128);
    private static final int BLUE = 0xFF3366CC;

    private static ArtPipeline pipeline;

    @BeforeAll
    static void open() throws IOException {
        ArtForm form = ArtForm.of(Path.of("assets/models/layerloom-2"), List.of());
        pipeline = new ArtPipeline(ArtModel.load(form, Device.cpu(), WeightForm.STORED, Progress.NONE));
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @Test
    void aBackgroundForForegrounds() throws ModelException {
        GenerateResult result =
                made("a fox on a blue background", List.of(), List.of(given(2, LEFT, Fixed.Role.LAYER)));
        assertThat(result.layers()).isEmpty();
        int middle = result.background().orElseThrow().argb(200, 30);
        assertThat(middle & 0xFF).as("blue of %x", middle).isGreaterThan(middle >> 16 & 0xFF);
    }

    @Test
    void aForegroundForABackgroundAndOneAddedToOthers() throws ModelException {
        GenerateResult result = made(
                "a fox on a blue background",
                List.of(Target.of(new LayerId(3), RIGHT, "")),
                List.of(given(1, PAGE, Fixed.Role.BACKGROUND), given(2, LEFT, Fixed.Role.LAYER)));
        assertThat(result.background()).isEmpty();
        assertThat(result.layers()).extracting(GenerateResult.Made::layer).containsExactly(new LayerId(3));
        GenerateResult.Made fox = result.layers().getFirst();
        assertThat(RIGHT.contains(new Rect(
                        fox.x(), fox.y(), fox.raster().width(), fox.raster().height())))
                .isTrue();
        assertThat(opaque(fox.raster())).isBetween(0.2, 0.95);
    }

    @Test
    void aStyleTransferredFromAWeakToAStrongStart() throws ModelException {
        GenerateResult first =
                made("a cartoon fox", List.of(Target.of(new LayerId(3), LEFT, "cartoon fox")), List.of());
        Raster fox = onBox(first.layers().getFirst(), LEFT);
        double[] distances = new double[2];
        for (int i = 0; i < distances.length; i++) {
            Target target = Target.of(new LayerId(3), LEFT, "flat fox").startingFrom(fox, new double[] {0.3, 1}[i]);
            GenerateResult.Made made =
                    made("a flat fox", List.of(target), List.of()).layers().getFirst();
            distances[i] = distance(fox, onBox(made, LEFT));
        }
        assertThat(distances[0]).isLessThan(distances[1]);
    }

    private static GenerateResult made(String prompt, List<Target> targets, List<Fixed> fixed) throws ModelException {
        Settings settings = new Settings(5, OptionalInt.of(3), OptionalDouble.of(1), OptionalDouble.empty(), "auto", 0);
        return pipeline.generate(
                new GenerateRequest(
                        "layerloom-2",
                        Mode.LAYERS,
                        PAGE.width(),
                        PAGE.height(),
                        prompt,
                        "",
                        "",
                        targets,
                        fixed,
                        settings),
                Progress.NONE);
    }

    private static Fixed given(int id, Rect box, Fixed.Role role) {
        return new Fixed(new LayerId(id), box, Raster.filled(box.width(), box.height(), BLUE), role);
    }

    private static double opaque(Raster raster) {
        return Arrays.stream(raster.toArgb()).filter(p -> p >>> 24 > 127).count()
                / (double) (LEFT.width() * LEFT.height());
    }

    private static Raster onBox(GenerateResult.Made made, Rect box) {
        Raster raster = made.raster();
        int[] argb = new int[box.width() * box.height()];
        for (int y = 0; y < raster.height(); y++) {
            int start = (made.y() - box.y() + y) * box.width() + made.x() - box.x();
            raster.copyRow(0, y, raster.width(), argb, start);
        }
        return Raster.of(box.width(), box.height(), argb);
    }

    /// Mean difference of alpha and premultiplied colours.
    private static double distance(Raster a, Raster b) {
        int[] one = a.toArgb();
        int[] other = b.toArgb();
        return IntStream.range(0, one.length)
                .mapToLong(i -> difference(one[i], other[i]))
                .average()
                .orElseThrow();
    }

    private static long difference(int a, int b) {
        long sum = Math.abs((a >>> 24) - (b >>> 24));
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs((a >>> 24) * (a >> shift & 0xFF) - (b >>> 24) * (b >> shift & 0xFF)) / 255;
        }
        return sum;
    }
}
