package org.layerloom.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.Progress;
import org.layerloom.pipeline.art.ArtProvider;

/// The embedded model, here and on a server.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RemoteModelTest {
    private static final List<Path> ROOTS = List.of(Path.of("assets", "models"));
    private static final int STEPS = 4;

    @Test
    void the_embedded_model_makes_the_same_layers_on_a_server_bit_for_bit() throws Exception {
        ModelCatalog catalog = new ModelCatalog(List.of(new ArtProvider(ROOTS)), ROOTS);
        GenerateResult here;
        try (LayerGenerator generator = catalog.standard().open("cpu")) {
            here = generator.generate(Served.request(catalog.standard().id(), STEPS), Progress.NONE);
        }
        Watch watch = new Watch();
        try (Served served = Served.plain(catalog);
                LayerGenerator generator = served.open()) {
            assertThat(served.model().vocabulary()).isEqualTo(catalog.standard().vocabulary());
            GenerateResult there = generator.generate(Served.request("any", STEPS), watch);
            assertThat(there).isEqualTo(here);
            assertThat(there.recipe()).isEqualTo(here.recipe());
            assertThat(watch.previews).isNotEmpty();
        }
    }
}
