package org.layerloom.pipeline.layerdiffuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Raster;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.pipeline.stablediffusion.Checkpoint;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The way from latents to pictures and back, as a run goes it, against the reference (f_pipelines, h3).
final class LayerDiffusePicturesParityTest {
    private Device device;
    private StableDiffusion model;
    private TransparencyNets nets;
    private GoldenTensors golden;

    private void open(String folder) throws IOException {
        device = Device.cpu();
        Checkpoint checkpoint =
                Checkpoint.at(GoldenTensors.layerDiffuse().resolve(folder)).orElseThrow();
        model = StableDiffusion.load(checkpoint, device);
        nets = new TransparencyNets(model, LayerFiles.of(checkpoint.path(), checkpoint.kind(), List.of()));
        golden = GoldenTensors.layerDiffuse("f_pipelines", device);
    }

    @AfterEach
    void close() {
        nets.close();
        golden.close();
        model.close();
    }

    /// At most one level apart, and that for one value in a hundred.
    private void assertLevels(String name, byte... actual) throws IOException {
        byte[] expected = golden.get(name).toBytes();
        assertThat(actual).as(name).hasSameSizeAs(expected);
        int apart = 0;
        for (int i = 0; i < expected.length; i++) {
            int gap = Math.abs((actual[i] & 255) - (expected[i] & 255));
            assertThat(gap).as(name + " at " + i).isLessThanOrEqualTo(1);
            apart += gap;
        }
        assertThat(apart).as("values of " + name + " that differ").isLessThanOrEqualTo(expected.length / 100);
    }

    private static byte[] rgb(Raster raster) {
        byte[] rgba = Pictures.rgba(raster);
        byte[] rgb = new byte[rgba.length / 4 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = rgba[i / 3 * 4 + i % 3];
        }
        return rgb;
    }

    private Raster raster(String name) throws IOException {
        Tensor tensor = golden.get(name);
        int channels = Math.toIntExact(tensor.size(2));
        byte[] bytes = tensor.toBytes();
        byte[] rgba = new byte[bytes.length / channels * 4];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = i % 4 < channels ? bytes[i / 4 * channels + i % 4] : -1;
        }
        return Pictures.ofRgba(Math.toIntExact(tensor.size(1)), Math.toIntExact(tensor.size(0)), rgba);
    }

    private Tensor last(String name) throws IOException {
        Tensor states = golden.get(name);
        long steps = states.size(0);
        return states.slice(0, steps - 1, steps).reshape(-1, states.size(2), states.size(3), states.size(4));
    }

    @Test
    void latents_of_a_foreground_become_the_references_picture() throws IOException {
        open("tiny-sdxl");
        for (String run : List.of("f1", "f2")) {
            Raster picture = Scope.<Raster, IOException>closing(() -> nets.decode(last(run + ".x"), () -> {}));
            assertLevels(run + ".png_rgba", Pictures.rgba(picture));
        }
    }

    @Test
    void a_transparent_picture_becomes_the_references_latents() throws IOException {
        open("tiny-sdxl");
        Scope.<Void, IOException>closing(() -> {
            Tensor latents = nets.encode(raster("f2.rgba"));
            double largest = 0;
            for (float value : golden.get("f2.init_latent").toFloats()) {
                largest = Math.max(largest, Math.abs(value));
            }
            golden.assertClose("f2.init_latent", latents, Math.max(5e-4, 1e-4 * largest));
            return null;
        });
    }

    @Test
    void a_given_picture_becomes_the_references_condition_and_the_blend_its_picture() throws IOException {
        open("tiny-sdxl");
        Scope.<Void, IOException>closing(() -> {
            Tensor latents = model.codec().encode(Pictures.onGrey(device, raster("f2.rgba")));
            golden.assertClose("f5.cond_latent", latents, 1e-4);
            assertLevels("f5.rgb8", rgb(opaque(last("f5.x"))));
            return null;
        });
    }

    @Test
    void the_frames_of_a_joint_run_become_the_references_pictures() throws IOException {
        open("tiny-sd15");
        Scope.<Void, IOException>closing(() -> {
            Tensor frames = last("f4.x");
            assertLevels("f4.fg_png_rgba", Pictures.rgba(nets.decode(frames.slice(0, 0, 1), () -> {})));
            assertLevels("f4.bg_rgb8", rgb(opaque(frames.slice(0, 1, 2))));
            assertLevels("f4.blend_rgb8", rgb(opaque(frames.slice(0, 2, 3))));
            return null;
        });
    }

    @Test
    void a_harmonised_run_becomes_the_references_pictures() throws IOException {
        open("tiny-sdxl");
        golden.close();
        golden = GoldenTensors.layerDiffuse("h2_layerfusion_e2e", device);
        Scope.<Void, IOException>closing(() -> {
            Tensor pictures = last("h3.x_fg_bl_bg");
            assertLevels("h3.fg_png_rgba", Pictures.rgba(nets.decode(pictures.slice(0, 0, 1), () -> {})));
            assertLevels("h3.blend_rgb8", rgb(opaque(pictures.slice(0, 1, 2))));
            assertLevels("h3.bg_rgb8", rgb(opaque(pictures.slice(0, 2, 3))));
            return null;
        });
    }

    private Raster opaque(Tensor latents) {
        return Pictures.opaque(model.codec().decode(latents, () -> {}));
    }
}
