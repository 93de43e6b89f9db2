package org.layerloom.network.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.weights.Config;

/// A UNet's config is read with diffusers' defaults; networks of another form are refused.
class UnetConfigTest {
    private static final String SIZES = "\"block_out_channels\":[320,640],\"cross_attention_dim\":768,"
            + "\"down_block_types\":[\"CrossAttnDownBlock2D\",\"DownBlock2D\"]";

    @TempDir
    Path folder;

    private UnetConfig read(String json) throws IOException {
        return UnetConfig.of(Config.read(Files.writeString(folder.resolve("config.json"), "{" + json + "}")));
    }

    @Test
    void absentKeysMeanDiffusersDefaults() throws IOException {
        UnetConfig config = read(SIZES);
        assertThat(config.heads()).containsExactly(8, 8);
        assertThat(config.transformerBlocks()).containsExactly(1, 1);
        assertThat(config.down()).containsExactly(true, false);
        assertThat(config.groups()).isEqualTo(32);
        assertThat(config.blockLayers()).isEqualTo(2);
        assertThat(config.multiple()).isEqualTo(2);
        assertThat(config.takesSizes() || config.linearProjection()).isFalse();
    }

    @Test
    void theNumberOfHeadsMayHaveItsOwnName() throws IOException {
        String both = SIZES + ",\"attention_head_dim\":8,\"num_attention_heads\":[5,10]";
        assertThat(read(both).heads()).containsExactly(5, 10);
    }

    @Test
    void aNetworkThatEmbedsSizesTakesThem() throws IOException {
        UnetConfig config = read(SIZES + ",\"addition_embed_type\":\"text_time\",\"addition_time_embed_dim\":256,"
                + "\"projection_class_embeddings_input_dim\":2816");
        assertThat(config.takesSizes()).isTrue();
        assertThat(config.additionalDim()).isEqualTo(2816);
    }

    @Test
    void networksOfAnotherFormAreRefusedByTheirKey() {
        assertThatThrownBy(() -> read(SIZES + ",\"class_embed_type\":\"timestep\""))
                .hasMessageContaining("class_embed_type = \"timestep\", which is not supported");
        assertThatThrownBy(() -> read(SIZES + ",\"resnet_time_scale_shift\":\"scale_shift\""))
                .hasMessageContaining("resnet_time_scale_shift");
        assertThatThrownBy(() -> read(SIZES.replace("\"DownBlock2D\"", "\"KDownBlock2D\"")))
                .hasMessageContaining("down_block_types");
        assertThatThrownBy(() -> read(SIZES + ",\"attention_head_dim\":[8]"))
                .hasMessageContaining("attention_head_dim");
        assertThatThrownBy(() -> read(SIZES + ",\"attention_head_dim\":[8,0]"))
                .hasMessageContaining("attention_head_dim");
        assertThatThrownBy(() -> read(SIZES + ",\"norm_num_groups\":0")).hasMessageContaining("norm_num_groups is 0");
    }
}
