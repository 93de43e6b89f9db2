package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelFamily;
import org.layerloom.ui.Watchdog;
import org.testfx.framework.junit5.ApplicationExtension;

/// Nodes need the toolkit, though no window.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class QualityFieldsTest {
    private static final ModelEntry WITHOUT = new ModelEntry(
            "plain",
            "Plain",
            Path.of("plain"),
            new PaintedGenerator(),
            new Abilities(ModelFamily.ART, Map.of(Mode.LAYERS, List.of()), Map.of(), false, List.of(), 512));

    @Test
    void the_negative_prompt_is_asked_for_only_where_the_model_takes_one() {
        SimpleObjectProperty<Boolean> taken = new SimpleObjectProperty<>(true);
        QualityFields fields = new QualityFields(new GenerationSettings(), taken);
        assertThat(fields.lookup("#negative").getParent().isVisible()).isTrue();
        taken.set(false);
        assertThat(fields.lookup("#negative").getParent().isManaged()).isFalse();
    }

    @Test
    void a_model_that_takes_no_negative_prompt_is_given_none() {
        GenerationSettings settings = new GenerationSettings();
        settings.negativeProperty().set("blur");
        assertThat(settings.of(WITHOUT, false).negative()).isEmpty();
    }

    @Test
    void embedded_guidance_is_asked_for_only_where_it_is_an_input() {
        for (boolean input : new boolean[] {true, false}) {
            Abilities abilities = Abilities.layers(512, true, input, List.of());
            AdvancedFields fields = new AdvancedFields(new GenerationSettings(), abilities);
            assertThat(fields.lookup("#embedded-guidance") != null).isEqualTo(input);
        }
    }
}
