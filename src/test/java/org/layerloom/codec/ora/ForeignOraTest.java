package org.layerloom.codec.ora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.zip.ZipWriter;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Locks;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// Files as other programs write them, and such as nobody should.
final class ForeignOraTest {
    private static final Raster PICTURE = Pictures.random(4, 3, 1);

    @TempDir
    Path folder;

    @Test
    void a_file_like_MyPaints_opens_with_the_places_of_its_stacks() throws IOException {
        Opened opened = open("""
                <?xml version='1.0' encoding='UTF-8'?>
                <image h="64" version="0.0.5" w="80" xmlns:mypaint="http://mypaint.org/ns/openraster">
                  <stack>
                    <stack name="inner" x="10" y="-4" opacity="0.5" composite-op="svg:multiply" isolation="isolate">
                      <layer name="ink" src="data/a.png" x="2" y="3" visibility="hidden" edit-locked="true" selected="true"/>
                    </stack>
                    <stack name="through"><layer src="data/a.png" composite-op="svg:plus"/></stack>
                    <layer name="paper" src="data/a.png" opacity="1.0" mypaint:background-tile="data/tile.png"/>
                  </stack>
                </image>
                """);
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().width()).isEqualTo(80);
        assertThat(opened.document().layers()).extracting(Layer::name).containsExactly("paper", "through", "inner");
        GroupLayer inner = (GroupLayer) opened.document().layers().getLast();
        assertThat(inner.props().blendMode()).isEqualTo(BlendMode.MULTIPLY);
        assertThat(inner.props().opacity()).isEqualTo(128);
        RasterLayer ink = (RasterLayer) inner.children().getFirst();
        assertThat(ink.raster()).isEqualTo(PICTURE);
        assertThat(ink.bounds().x()).isEqualTo(12);
        assertThat(ink.bounds().y()).isEqualTo(-1);
        assertThat(ink.props().visible()).isFalse();
        assertThat(ink.props().locks()).isEqualTo(Locks.ALL);
        GroupLayer through = (GroupLayer) opened.document().layers().get(1);
        assertThat(through.props().blendMode()).isEqualTo(BlendMode.PASS_THROUGH);
        assertThat(through.children().getFirst().props().blendMode()).isEqualTo(BlendMode.LINEAR_DODGE);
    }

    @ParameterizedTest
    @CsvSource({
        "isolation='auto', PASS_THROUGH",
        "isolation='auto' opacity='0.5', NORMAL",
        "isolation='auto' composite-op='svg:screen', SCREEN",
        "isolation='isolate', NORMAL",
        "opacity='1', PASS_THROUGH"
    })
    void a_stack_passes_through_where_nothing_isolates_it(String attributes, BlendMode mode) throws IOException {
        Opened opened = open(image("<stack " + attributes + "/>"));
        assertThat(opened.document().layers().getFirst().props().blendMode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"krita:linear light, LINEAR_LIGHT", "krita:soft_light, SOFT_LIGHT", "krita:hard_mix_photoshop, HARD_MIX"
    })
    void modes_by_the_names_of_Krita_are_known(String name, BlendMode mode) throws IOException {
        Opened opened = open(image("<layer src='data/a.png' composite-op='" + name + "'/>"));
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().layers().getFirst().props().blendMode()).isEqualTo(mode);
    }

    @Test
    void what_is_not_known_is_noted_and_the_rest_opens() throws IOException {
        Opened opened = open(image("""
                <text x='5' y='5'>words <b>and</b> more</text>
                <filter type='blur'><stack><layer src='data/a.png'/></stack></filter>
                <layer name='eraser' src='data/a.png' composite-op='svg:dst-out'/>
                <layer name='odd' src='data/a.png' composite-op='krita:weird' opacity='much' x='1e99'/>
                <layer name='lost' src='data/none.png'/>
                <layer name='broken' src='data/broken.png'/>
                <layer name='none'/>
                """));
        assertThat(opened.document().layers())
                .extracting(Layer::name)
                .containsExactly("none", "broken", "lost", "odd", "eraser");
        assertThat(opened.document().layers().getLast().props().visible()).isFalse();
        assertThat(opened.notes())
                .hasSize(7)
                .anyMatch(note -> note.contains("\"eraser\" takes away"))
                .anyMatch(note -> note.contains("unknown blend mode krita:weird"))
                .anyMatch(note -> note.contains("opacity is \"much\""))
                .anyMatch(note -> note.contains("\"lost\" is lost: the file has no data/none.png"))
                .anyMatch(note -> note.contains("\"broken\" is lost: this is not a PNG file"))
                .anyMatch(note -> note.contains("\"none\" names no picture"))
                .anyMatch(note -> note.contains("not known here: filter, text"));
        assertThat(opened.document().layers().get(3).bounds().x()).isEqualTo(1 << 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void a_byte_order_mark_does_no_harm(Charset charset) throws IOException {
        byte[] xml = ("\ufeff" + image("<layer name='紅' src='data/a.png'/>")).getBytes(charset);
        assertThat(open(xml).document().layers().getFirst().name()).isEqualTo("紅");
    }

    @Test
    void resolutions_are_taken_where_they_make_sense() throws IOException {
        assertThat(resolution("xres='300' yres='300'")).isEqualTo(300);
        assertThat(resolution("xres='0' yres='0'")).isEqualTo(72);
        assertThat(resolution("xres='9e9'")).isEqualTo(72);
        assertThat(resolution("")).isEqualTo(72);
    }

    private static double resolution(String attributes) throws IOException {
        return open("<image w='9' h='9' " + attributes + "><stack/></image>")
                .document()
                .paper()
                .pixelsPerInch();
    }

    @Test
    void entities_from_elsewhere_are_not_fetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret words");
        String stack = "<!DOCTYPE image [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<image w='9' h='9'><stack><layer name='n' src='data/a.png'/><text>&x;</text></stack></image>";
        assertThatIOException().isThrownBy(() -> open(stack)).withMessageContaining("stack.xml");
        String unused = stack.replace("&x;", "");
        assertThatIOException().isThrownBy(() -> open(unused)).withMessageContaining("stack.xml");
        String attribute = stack.replace("name='n'", "name='&x;'");
        assertThatIOException()
                .isThrownBy(() -> open(attribute))
                .withMessageContaining("stack.xml")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret words"));
    }

    @Test
    void entities_that_grow_without_end_are_refused_at_once() {
        StringBuilder stack = new StringBuilder("<!DOCTYPE image [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            stack.append("<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        stack.append("]><image w='9' h='9'><stack name='&a29;'/></image>");
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThatIOException()
                        .isThrownBy(() -> open(stack.toString()))
                        .withMessageContaining("stack.xml"));
    }

    @Test
    void what_goes_beyond_the_limits_is_refused_in_a_sentence() {
        assertThatIOException()
                .isThrownBy(() -> open(image("<stack>".repeat(150) + "</stack>".repeat(150))))
                .withMessageContaining("nested more than 100 deep");
        assertThatIOException()
                .isThrownBy(() -> open(image("<layer src='data/a.png'/>".repeat(10_001))))
                .withMessageContaining("more than 10000 layers");
        assertThatIOException()
                .isThrownBy(() -> open("<image w='999999' h='9'><stack/></image>"))
                .withMessageContaining("999999 x 9 px");
        assertThatIOException()
                .isThrownBy(() -> open("<image w='99999' h='99999'><stack/></image>"))
                .withMessageContaining("99999 x 99999 px");
        assertThatIOException().isThrownBy(() -> open("<picture/>")).withMessageContaining("has no image");
        assertThatIOException().isThrownBy(() -> open("<image w='9'")).withMessageContaining("line 1");
    }

    private static String image(String content) {
        return "<image version='0.0.1' w='20' h='20'><stack>" + content + "</stack></image>";
    }

    private static Opened open(String stack) throws IOException {
        return open(stack.getBytes(StandardCharsets.UTF_8));
    }

    private static Opened open(byte[] stack) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(PICTURE, PngWriter.Channels.RGBA, Map.of(), png);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipWriter zip = new ZipWriter(out);
        byte[] type = OraWriter.MIME_TYPE.getBytes(StandardCharsets.US_ASCII);
        zip.stored("mimetype", type, StoredBytes.crc(type));
        zip.packed("data/a.png", png.toByteArray());
        zip.packed("data/broken.png", "hello".getBytes(StandardCharsets.US_ASCII));
        zip.packed("stack.xml", stack);
        zip.finish();
        return OraReader.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
