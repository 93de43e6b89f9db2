package org.layerloom.pipeline.layerfusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.pipeline.stablediffusion.Checkpoint;
import org.layerloom.pipeline.stablediffusion.Denoising;
import org.layerloom.pipeline.stablediffusion.GuidedUnet;
import org.layerloom.pipeline.stablediffusion.PromptPair;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.sampler.Guidance;
import org.layerloom.sampler.SamplerKind;
import org.layerloom.sampler.Schedule;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Patch;

/// A whole run of LayerFusion from three prompts, step by step against the executable interpretation (h3).
final class LayerFusionSamplingParityTest {
    private static final double OF_LARGEST = 1e-4;
    private static final Path SET = GoldenTensors.layerDiffuse();

    private Device device;
    private StableDiffusion model;
    private GoldenTensors golden;
    private JsonNode json;

    @BeforeEach
    void open() throws IOException {
        device = Device.cpu();
        model = StableDiffusion.load(Checkpoint.at(SET.resolve("tiny-sdxl")).orElseThrow(), device);
        golden = GoldenTensors.layerDiffuse("h2_layerfusion_e2e", device);
        json = GoldenTensors.json(SET, "h2_layerfusion_e2e.json");
    }

    @AfterEach
    void close() {
        golden.close();
        model.close();
    }

    private LayerFusionSampling sampling(int width, int height) throws IOException {
        JsonNode texts = json.get("prompts");
        List<PromptPair> pairs = model.read(
                List.of(
                        texts.get("fg").asText(),
                        texts.get("bl").asText(),
                        texts.get("bg").asText()),
                json.get("negative").asText(),
                List.of());
        assertThat(pairs.getFirst().end()).isEqualTo(json.get("eos").asInt());
        List<UnetContext> contexts = pairs.stream()
                .map(pair -> GuidedUnet.context(List.of(pair), true, width, height, guidance()))
                .toList();
        PatchUse patch =
                new PatchUse(SET.resolve("layerdiffuse/ld_diffusers_sdxl_attn.safetensors"), 1, Patch.Kind.SYSTEM);
        LayerFusionStep step = new LayerFusionStep(
                model.unet(List.of(patch)),
                model.unet(List.of()),
                json.get("d").asDouble(),
                json.get("cross_share").asDouble());
        FusionPrompts prompts = new FusionPrompts(
                contexts.get(0),
                contexts.get(1),
                contexts.get(2),
                pairs.getFirst().end());
        return new LayerFusionSampling(step, prompts, guidance(), DType.F32);
    }

    private Guidance guidance() {
        return new Guidance(json.get("cfg").asDouble());
    }

    private Denoising loop() {
        Schedule schedule = SamplerKind.DPMPP_2M_KARRAS.schedule(
                model.noise().training(),
                model.noise().spacing(),
                json.get("steps").asInt(),
                1);
        return new Denoising(schedule, SamplerKind.DPMPP_2M_KARRAS.sampler(), null);
    }

    /// Foreground, blend, background, as the golden set has them.
    private static Tensor ordered(Tensor x) {
        FusionTensors rows = LayerFusionSampling.rows(x);
        return Tensor.concat(0, rows.foreground(), rows.blended(), rows.background());
    }

    @Test
    void every_step_of_the_three_pictures_is_the_references() throws IOException {
        Scope.<Void, IOException>closing(() -> {
            Tensor noise = golden.get("h3.noise");
            int width = Math.toIntExact(8 * noise.size(3));
            int height = Math.toIntExact(8 * noise.size(2));
            Tensor start = loop().schedule().start(noise);
            List<Tensor> states = new ArrayList<>(List.of(Tensor.concat(0, start, start, start)));
            sampling(width, height).run(loop(), noise, Optional.empty(), watcher(states));
            float largest = 0;
            for (float value : golden.get("h3.x_fg_bl_bg").toFloats()) {
                largest = Math.max(largest, Math.abs(value));
            }
            golden.assertClose("h3.x_fg_bl_bg", Tensor.stack(0, states.toArray(Tensor[]::new)), OF_LARGEST * largest);
            return null;
        });
    }

    @Test
    void a_given_background_stays_and_shines_through_the_blend() throws IOException {
        Scope.<Void, IOException>closing(() -> {
            Tensor noise = golden.get("h3.noise");
            int width = Math.toIntExact(8 * noise.size(3));
            int height = Math.toIntExact(8 * noise.size(2));
            Tensor given = noise.mul(0.5);
            LayerFusionSampling sampling = sampling(width, height);
            List<Tensor> free = new ArrayList<>();
            List<Tensor> held = new ArrayList<>();
            sampling.run(loop(), noise, Optional.empty(), watcher(free));
            FusionTensors made = sampling.run(loop(), noise, Optional.of(given), watcher(held));
            assertThat(made.background()).isSameAs(given);
            golden.assertClose("the background's own way", held.getLast().slice(0, 2, 3), given, 1e-4);
            for (int row = 0; row < 2; row++) {
                assertThat(GoldenTensors.largestGap(
                                held.getLast().slice(0, row, row + 1L).toFloats(),
                                free.getLast().slice(0, row, row + 1L).toFloats()))
                        .as("picture " + row + " sees the given background")
                        .isGreaterThan(0.1);
            }
            return null;
        });
    }

    private static Denoising.Watcher watcher(List<Tensor> states) {
        return new Denoising.Watcher() {
            @Override
            public void before(int step) {}

            @Override
            public void after(int step, Tensor x, Tensor epsilon, Tensor next) {
                states.add(ordered(next).copy());
            }
        };
    }
}
