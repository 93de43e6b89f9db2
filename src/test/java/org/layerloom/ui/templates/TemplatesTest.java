package org.layerloom.ui.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Region;

final class TemplatesTest {
    @Test
    void every_template_is_a_page_of_boxes_without_layers_and_prompts() {
        assertThat(Templates.all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(template -> {
            Document page = template.document();
            assertThat(page.regions())
                    .isNotEmpty()
                    .allMatch(region -> page.canvas().contains(region.box()));
            assertThat(page.regions()).extracting(Region::prompt).allMatch(String::isEmpty);
            assertThat(page.layers()).isEmpty();
            assertThat(page.prompt()).isEmpty();
            assertThat(template.size()).isEqualTo(page.width() + " × " + page.height());
        });
    }

    @Test
    void every_template_has_a_name_and_a_size_of_its_own_kind() {
        assertThat(Templates.all()).extracting(Template::name).doesNotHaveDuplicates();
        assertThat(Templates.all()).allSatisfy(template -> {
            assertThat(template.document().width() % 16).isZero();
            assertThat(template.document().regions().size()).isLessThanOrEqualTo(12);
        });
    }
}
