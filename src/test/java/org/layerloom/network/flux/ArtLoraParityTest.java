package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Merge;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;

/// LoRA files of a transformer against `lora/expected`: merged weights, and a pass with them. The reference holds the
/// files after the first as adapters beside the weights; merged ones are to give the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtLoraParityTest {
    private static final double WEIGHTS = 1e-6;
    /// The value of one in bf16 and the next larger one are this far apart.
    private static final double BF16_STEP = 1 / 128.0;

    private Device device;
    private GoldenTensors expected;
    private GoldenTensors inputs;
    private Weights base;
    private final List<Patch> patches = new ArrayList<>();

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        expected = GoldenTensors.art("lora/expected", device);
        inputs = GoldenTensors.art("mmdit_fp32", device);
        base = GoldenTensors.artCheckpoint().weights("transformer", device, DType.F32);
    }

    @AfterAll
    void close() {
        patches.forEach(Patch::close);
        device.close();
    }

    private Merge merge(String name, double strength) throws IOException {
        Path file = GoldenTensors.art().resolve("lora").resolve(name).resolve("pytorch_lora_weights.safetensors");
        patches.add(Patch.open(Patch.Kind.SYSTEM, file, device));
        return new Merge(patches.getLast(), strength);
    }

    private Weights merged(Merge... merges) throws IOException {
        return base.with(Part.TRANSFORMER, List.of(merges));
    }

    private void assertWeights(String set, Weights merged) throws IOException {
        for (String name : expected.names(set + ".")) {
            if (name.endsWith(".weight")) {
                expected.assertClose(name, merged.get(name.substring(set.length() + 1)), WEIGHTS);
            }
        }
    }

    private void assertForward(String set, Weights merged) throws IOException {
        FluxConfig config = FluxConfig.read(GoldenTensors.artCheckpoint().config("transformer"));
        new ArtPass(inputs).assertClose(expected, set, FluxTransformer.load(config, merged));
    }

    @Test
    void theFirstFileIsFusedAsTheReferenceFusesIt() throws IOException {
        try (Weights merged = merged(merge("pre_fuse", 1))) {
            assertWeights("prefuse", merged);
            assertForward("prefuse", merged);
        }
    }

    @Test
    void filesMergedOneAfterTheOtherGiveWhatTheReferencesAdaptersGive() throws IOException {
        try (Weights merged = merged(merge("pre_fuse", 1), merge("layer", 1))) {
            assertForward("prefuse+layer", merged);
        }
        try (Weights merged = merged(merge("pre_fuse", 1), merge("layer", 1), merge("extra", 0.5))) {
            assertWeights("all", merged);
            assertForward("prefuse+layer+extra0.5", merged);
            assertForward("all_fused", merged);
        }
    }

    @Test
    void kohyasNamesSplitWhatTheOriginalHoldsAsOneAndCountAlpha() throws IOException {
        try (Weights merged = merged(merge("kohya", 1))) {
            assertThat(expected.names("kohya.transformer_blocks")).hasSize(3);
            assertWeights("kohya", merged);
            assertForward("kohya", merged);
        }
    }

    /// In a file of several ranks the reference scales every change by the first one's rank, by mistake: that of
    /// `to_q`,
    /// of rank 6, by 3 / 6. Ours count as trained.
    @Test
    void changesOfSeveralRanksCountAsTrained() throws IOException {
        try (Weights merged = merged(merge("mixed", 1))) {
            for (String name : expected.names("mixed_refbug.")) {
                String bare = name.substring("mixed_refbug.".length());
                double mistake = bare.contains("to_q") ? 3 / 6.0 : 1;
                Tensor change = expected.get(name).sub(base.get(bare)).div(mistake);
                expected.assertClose(name, merged.get(bare).sub(base.get(bare)), change, WEIGHTS);
            }
        }
    }

    /// The reference rounds the product and the sum to bf16, ours only the sum.
    @Test
    void inBf16MergedWeightsAreTheReferencesToAStepOfRoundingAndNearerToTheExactOnes() throws IOException {
        try (Weights halves = GoldenTensors.artCheckpoint().weights("transformer", device, DType.BF16);
                Weights merged = halves.with(Part.TRANSFORMER, List.of(merge("pre_fuse", 1)));
                Weights exact = merged(merge("pre_fuse", 1))) {
            for (String name : expected.names("prefuse_bf16.")) {
                String bare = name.substring("prefuse_bf16.".length());
                Tensor made = merged.get(bare);
                assertThat(made.dtype()).isEqualTo(DType.BF16);
                Tensor wanted = expected.get(name);
                double largest = magnitude(wanted).max().toFloats()[0];
                expected.assertClose(name, made.to(DType.F32), wanted, largest * BF16_STEP);
                assertThat(meanGap(made.to(DType.F32), exact.get(bare))).isLessThan(meanGap(wanted, exact.get(bare)));
            }
        }
    }

    private static Tensor magnitude(Tensor x) {
        return x.mul(x).sqrt();
    }

    private static double meanGap(Tensor a, Tensor b) {
        return magnitude(a.sub(b)).reshape(-1).mean(0).toFloats()[0];
    }
}
