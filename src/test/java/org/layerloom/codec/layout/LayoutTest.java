package org.layerloom.codec.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

final class LayoutTest {
    @Test
    void what_is_written_is_read_back_equal() throws IOException {
        Document document = Document.blank(640, 480)
                .withPrompt("ein Fuchs, “quoted” \u00e9 \u732b")
                .addRegion(new Rect(10, 20, 300, 200))
                .addRegion(new Rect(0, 0, 640, 480))
                .withRegion(new LayerId(2), region -> region.withPrompt("a red cake"))
                .addRegion(new Rect(0, 0, 60, 40))
                .withRegion(new LayerId(3), region -> region.withLink(new Link.To("ein Fuchs")))
                .addRegion(new Rect(0, 0, 60, 40))
                .withRegion(new LayerId(4), region -> region.withLink(new Link.Nothing()));
        Layout layout = Layout.of(document);
        assertThat(read(written(layout))).isEqualTo(layout);
        assertThat(layout.toDocument(layout.prompt())).isEqualTo(document);
    }

    @Test
    void a_seed_survives() throws IOException {
        Layout layout = new Layout(64, 64, "a", OptionalLong.of(-5), List.of(), List.of());
        assertThat(read(written(layout))).isEqualTo(layout);
    }

    @Test
    void the_caller_says_how_many_boxes_are_too_many() {
        String two =
                "{\"width\":9,\"height\":9,\"regions\":[{\"x\":0,\"y\":0,\"width\":1,\"height\":1},{\"x\":0,\"y\":0,\"width\":1,\"height\":1}]}";
        assertThatThrownBy(() -> LayoutReader.read(in(two), 1))
                .isInstanceOf(LayoutException.class)
                .hasMessage("regions holds 2 boxes: at most 1 can be made");
    }

    private static String written(Layout layout) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayoutWriter.write(layout, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Layout read(String json) throws IOException {
        return LayoutReader.read(in(json), 50);
    }

    private static ByteArrayInputStream in(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
