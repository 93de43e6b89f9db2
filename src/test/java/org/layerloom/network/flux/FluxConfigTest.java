package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.weights.Config;

/// A transformer's config is ART's where keys are absent, and refused where its numbers cannot be.
class FluxConfigTest {
    private static final String ART = "\"num_layers\":1,\"num_single_layers\":2,\"num_attention_heads\":3,"
            + "\"attention_head_dim\":16,\"in_channels\":64,\"joint_attention_dim\":8,\"pooled_projection_dim\":4,"
            + "\"guidance_embeds\":true,\"max_layer_num\":52";

    @TempDir
    Path folder;

    private FluxConfig read(String json) throws IOException {
        return FluxConfig.read(Config.read(Files.writeString(folder.resolve("config.json"), "{" + json + "}")));
    }

    @Test
    void absentKeysMeanArt() throws IOException {
        FluxConfig config = read(ART + ",\"axes_dims_rope\":[4,6,6]");
        assertThat(config.dim()).isEqualTo(48);
        assertThat(config.tokenStride()).isEqualTo(16);
        assertThat(config.latentStride()).isEqualTo(8);
        assertThat(config.latentChannels()).isEqualTo(16);
        assertThat(config.ropeTheta()).isEqualTo(10_000);
        assertThat(config.predictsSample() || config.knownEmbedding() || config.textLinks() || config.nullTextZeros())
                .isFalse();
    }

    @Test
    void oddValuesAreNamed() {
        assertThatThrownBy(() -> read(ART + ",\"axes_dims_rope\":[4,6,8]"))
                .hasMessageContaining("axes_dims_rope is [4, 6, 8], but must be three even numbers that add up to");
        assertThatThrownBy(() -> read(ART + ",\"axes_dims_rope\":[4,6,6],\"prediction_type\":\"noise\""))
                .hasMessageContaining("prediction_type is \"noise\", but must be velocity or sample");
        assertThatThrownBy(() -> read(ART + ",\"axes_dims_rope\":[4,6,6],\"box_features\":3"))
                .hasMessageContaining("box_features is 3, but must be 0 or 18");
        assertThatThrownBy(() -> read("\"num_layers\":1")).hasMessageContaining("num_attention_heads is missing");
    }
}
