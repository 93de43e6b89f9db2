package org.layerloom.pipeline.stablediffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.text.ClipEncoder;
import org.layerloom.network.text.ClipText;
import org.layerloom.network.text.ClipTokenizer;
import org.layerloom.network.text.SdxlText;
import org.layerloom.network.unet.AttentionSharing;
import org.layerloom.network.unet.SharingConditions;
import org.layerloom.network.unet.Unet;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.sampler.Guidance;
import org.layerloom.sampler.SamplerKind;
import org.layerloom.sampler.Schedule;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;

/// Whole tiny runs, prompt to latents, step by step against the reference (f_pipelines).
final class LayerDiffuseLatentsParityTest {
    private static final double OF_LARGEST = 1e-4;
    private static final Path SET = GoldenTensors.layerDiffuse();

    private StableDiffusion model;
    private Device device;
    private GoldenTensors golden;
    private JsonNode json;

    @BeforeEach
    void read() throws IOException {
        json = GoldenTensors.json(SET, "f_pipelines.json");
    }

    private void open(String folder) throws IOException {
        device = Device.cpu();
        model = StableDiffusion.load(Checkpoint.at(SET.resolve(folder)).orElseThrow(), device);
        golden = GoldenTensors.layerDiffuse("f_pipelines", device);
    }

    @AfterEach
    void close() {
        golden.close();
        model.close();
    }

    private Guidance guidance() {
        return new Guidance(json.get("cfg").asDouble());
    }

    private Schedule karras(double strength) {
        return SamplerKind.DPMPP_2M_KARRAS.schedule(
                model.noise().training(),
                model.noise().spacing(),
                json.get("steps").asInt(),
                strength);
    }

    private PromptPair prompt() throws IOException {
        return model.read(
                        List.of(json.get("prompt").asText()),
                        json.get("negative").asText(),
                        List.of())
                .getFirst();
    }

    private GuidedUnet guided(Unet unet, List<PromptPair> prompts, Tensor condition) {
        return new GuidedUnet(
                unet,
                GuidedUnet.context(
                        prompts,
                        model.takesSizes(),
                        json.get("W").asInt(),
                        json.get("H").asInt(),
                        guidance()),
                condition,
                GuidedUnet.Control.NONE,
                guidance(),
                DType.F32);
    }

    private PatchUse patch(String name) {
        return new PatchUse(SET.resolve("layerdiffuse").resolve(name + ".safetensors"), 1, Patch.Kind.SYSTEM);
    }

    /// Every state of a run.
    private List<Tensor> run(Schedule schedule, SamplerKind kind, Tensor start, Denoising.Predictor predictor) {
        List<Tensor> states = new ArrayList<>(List.of(start.copy()));
        new Denoising(schedule, kind.sampler(), null).run(start.copy(), predictor, new Denoising.Watcher() {
            @Override
            public void before(int step) {}

            @Override
            public void after(int step, Tensor x, Tensor epsilon, Tensor next) {
                states.add(next.copy());
            }
        });
        return states;
    }

    private void assertStates(String name, List<Tensor> states) throws IOException {
        Tensor actual = Tensor.stack(0, states.toArray(Tensor[]::new));
        float largest = 0;
        for (float value : golden.get(name).toFloats()) {
            largest = Math.max(largest, Math.abs(value));
        }
        golden.assertClose(name, actual, OF_LARGEST * largest);
    }

    @Test
    void prompts_become_the_references_states() throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            PromptPair pair = prompt();
            golden.assertClose("f1.prompt_embeds", pair.with(), 1e-4);
            golden.assertClose("f1.neg_embeds", pair.without(), 1e-4);
            golden.assertClose("f1.pooled", pair.pooledWith(), 1e-4);
            golden.assertClose("f1.neg_pooled", pair.pooledWithout(), 1e-4);
            return null;
        });
    }

    @Test
    void a_foreground_from_noise_takes_the_references_way() throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            GuidedUnet unet = guided(model.unet(List.of(patch("ld_diffusers_sdxl_attn"))), List.of(prompt()), null);
            Schedule schedule = karras(1);
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.DPMPP_2M_KARRAS,
                    schedule.start(golden.get("noise")),
                    (x, step) -> unet.epsilon(x, schedule.timesteps()[step]));
            assertStates("f1.x", states);
            return null;
        });
    }

    @Test
    void forges_form_of_the_patch_ends_where_the_references_does() throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            GuidedUnet unet = guided(model.unet(List.of(patch("layer_xl_transparent_attn"))), List.of(prompt()), null);
            Schedule schedule = karras(1);
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.DPMPP_2M_KARRAS,
                    schedule.start(golden.get("noise")),
                    (x, step) -> unet.epsilon(x, schedule.timesteps()[step]));
            assertLast("f1b.forge_lora.final", states);
            return null;
        });
    }

    private void assertLast(String name, List<Tensor> states) throws IOException {
        Tensor x = states.getLast();
        assertStates(name, List.of(x.reshape(x.size(1), x.size(2), x.size(3))));
    }

    /// The reference's own command line leaves the projection of the pooled vector out; we do not.
    @Test
    void without_the_projection_of_the_pooled_vector_the_reference_is_met_to_the_letter() throws IOException {
        open("tiny-sdxl");
        try (SdxlText text = unprojected()) {
            Scope.closing(() -> {
                PromptPair pair = prompt();
                PromptPair literal = new PromptPair(
                        pair.with(),
                        pair.without(),
                        text.encode(json.get("prompt").asText()).pooled(),
                        text.encode(json.get("negative").asText()).pooled(),
                        pair.end());
                GuidedUnet unet = guided(model.unet(List.of(patch("ld_diffusers_sdxl_attn"))), List.of(literal), null);
                Schedule schedule = karras(1);
                List<Tensor> states = run(
                        schedule,
                        SamplerKind.DPMPP_2M_KARRAS,
                        schedule.start(golden.get("noise")),
                        (x, step) -> unet.epsilon(x, schedule.timesteps()[step]));
                assertLast("f1.literal_pooler.final", states);
                return null;
            });
        }
    }

    private SdxlText unprojected() throws IOException {
        ModelFolder folder = new ModelFolder(SET.resolve("tiny-sdxl"));
        Weights weights = folder.weights("text_encoder_2", device, DType.F32);
        ClipText text = ClipText.load(folder.config("text_encoder_2"), weights);
        ClipText bare = new ClipText(
                text.tokenEmbedding(),
                text.positionEmbedding(),
                text.blocks(),
                text.finalLayerNorm(),
                text.eosTokenId(),
                null);
        ClipTokenizer tokenizer = ClipTokenizer.load(folder.part("tokenizer_2"), ClipTokenizer.Rules.FAST);
        return new SdxlText(
                ClipEncoder.load(folder, "tokenizer", "text_encoder", device, DType.F32),
                new ClipEncoder(tokenizer, weights, bare),
                false);
    }

    @Test
    void a_start_picture_is_left_on_the_references_way() throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            GuidedUnet unet = guided(model.unet(List.of(patch("ld_diffusers_sdxl_attn"))), List.of(prompt()), null);
            Schedule schedule =
                    karras(json.get("runs").get("f2").get("strength").asDouble());
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.DPMPP_2M_KARRAS,
                    schedule.start(golden.get("f2.init_latent"), golden.get("noise")),
                    (x, step) -> unet.epsilon(x, schedule.timesteps()[step]));
            assertStates("f2.x", states);
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"f3.neg.x, true", "f3.noneg.x, false"})
    void an_unpatched_model_does_what_diffusers_does(String name, boolean negative) throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            PromptPair pair = model.read(
                            List.of(json.get("prompt").asText()),
                            negative ? json.get("negative").asText() : "",
                            List.of())
                    .getFirst();
            GuidedUnet unet = guided(model.unet(List.of()), List.of(pair), null);
            Schedule schedule = SamplerKind.EULER.schedule(
                    model.noise().training(),
                    model.noise().spacing(),
                    json.get("steps").asInt(),
                    1);
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.EULER,
                    schedule.start(golden.get("noise")),
                    (x, step) -> unet.epsilon(x, schedule.timesteps()[step]));
            assertStates(name, states.subList(1, states.size()));
            if (negative) {
                Tensor last = states.getLast();
                golden.assertClose("f3.image01", model.codec().decode(last, () -> {}), 1e-3);
            }
            return null;
        });
    }

    @Test
    void foreground_background_and_blend_are_denoised_together() throws IOException {
        open("tiny-sd15");
        Scope.closing(() -> {
            JsonNode run = json.get("runs").get("f4");
            List<String> texts = new ArrayList<>();
            run.get("prompts").forEach(text -> texts.add(text.asText()));
            List<PromptPair> pairs = model.read(texts, json.get("negative").asText(), List.of());
            Unet unet = model.unet(List.of());
            Weights weights = Weights.open(patch("layer_sd15_joint").file(), device, DType.F32);
            AttentionSharing sharing = AttentionSharing.load(weights, unet);
            GuidedUnet guided = guided(unet, pairs, null).withAttention(sharing.processor(SharingConditions.NONE));
            Schedule schedule = karras(1);
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.DPMPP_2M_KARRAS,
                    schedule.start(golden.get("f4.noise")),
                    (x, step) -> guided.epsilon(x, schedule.timesteps()[step]));
            assertStates("f4.x", states);
            weights.close();
            return null;
        });
    }

    @Test
    void a_condition_is_used_until_the_share_of_the_noise_where_it_stops() throws IOException {
        open("tiny-sdxl");
        Scope.closing(() -> {
            JsonNode run = json.get("runs").get("f5");
            List<PromptPair> pair = List.of(prompt());
            GuidedUnet patched =
                    guided(model.unet(List.of(patch("layer_xl_fg2ble"))), pair, golden.get("f5.cond_latent"));
            GuidedUnet plain = guided(model.unet(List.of()), pair, null);
            Schedule schedule = karras(1);
            double end = model.noise().training().stopAt(run.get("stop_at").asDouble());
            assertThat(end).isCloseTo(run.get("sigma_end").asDouble(), offset(1e-5));
            List<Tensor> states = run(
                    schedule,
                    SamplerKind.DPMPP_2M_KARRAS,
                    schedule.start(golden.get("noise")),
                    (x, step) ->
                            (schedule.sigmas()[step] < end ? plain : patched).epsilon(x, schedule.timesteps()[step]));
            assertStates("f5.x", states);
            return null;
        });
    }
}
