package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;

/// The rules give the names of every tensor of the real networks, both ways.
final class LdmNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"sdxl", "sd15"})
    void every_name_is_that_of_the_published_networks(String model) throws IOException {
        JsonNode names;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(
                GoldenTensors.layerDiffuseCommon().resolve("ldm_to_diffusers_" + model + "_unet.json.gz")))) {
            names = new JsonMapper().readTree(in);
        }
        TreeSet<String> all = new TreeSet<>();
        names.forEach(entry -> all.add(entry.get(0).asText()));
        assertThat(all).hasSize(names.size());
        for (Map.Entry<String, JsonNode> entry : names.properties()) {
            String diffusers = entry.getValue().get(0).asText();
            assertThat(LdmNames.toDiffusers(entry.getKey())).isEqualTo(diffusers);
            assertThat(LdmNames.toLdm(diffusers, all)).isEqualTo(entry.getKey());
        }
    }

    @Test
    void a_name_of_something_else_has_no_counterpart() {
        assertThat(LdmNames.toDiffusers("double_blocks.0.img_attn.qkv.weight")).isNull();
        assertThat(LdmNames.toDiffusers("input_blocks.1.0.other.weight")).isNull();
        assertThat(LdmNames.toLdm("transformer_blocks.0.weight", new TreeSet<>()))
                .isNull();
    }
}
