package org.layerloom.codec.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgWriterTest {
    @Test
    void each_layer_is_a_picture_with_its_place_and_look() throws Exception {
        Document design = Samples.design();
        Element svg = parsed(design, 0);
        NodeList images = svg.getElementsByTagName("image");
        assertThat(IntStream.range(0, images.getLength())
                        .mapToObj(i -> ((Element) images.item(i)).getAttribute("inkscape:label")))
                .containsExactly("Background", "Kite \ud83e\ude81", "Kite \ud83e\ude81", "a/b\\c: <\"name\">", "glow");
        Element kite = (Element) images.item(1);
        assertThat(kite.getAttribute("x")).isEqualTo("-8");
        assertThat(kite.getAttribute("width")).isEqualTo("40");
        assertThat(kite.getAttribute("style")).isEqualTo("opacity:0.7843;");
        String data = kite.getAttribute("xlink:href").replace("data:image/png;base64,", "");
        assertThat(PngReader.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)))
                        .raster())
                .isEqualTo(((RasterLayer) design.layers().get(1)).raster());
        assertThat(((Element) images.item(2)).getAttribute("style")).isEqualTo("display:none;");
        assertThat(((Element) images.item(4)).getAttribute("style")).isEqualTo("mix-blend-mode:overlay;");
    }

    @Test
    void a_group_is_isolated_unless_it_passes_through() throws Exception {
        Element svg = parsed(Samples.design(), 0);
        NodeList groups = svg.getElementsByTagName("g");
        assertThat(((Element) groups.item(1)).getAttribute("inkscape:label")).isEqualTo("outer");
        assertThat(((Element) groups.item(1)).hasAttribute("style")).isFalse();
        assertThat(((Element) groups.item(2)).getAttribute("style"))
                .isEqualTo("isolation:isolate;opacity:0.502;mix-blend-mode:screen;");
    }

    @Test
    void what_is_written_on_a_text_layer_is_its_title() throws Exception {
        Text text = new Text("Hi & <you>", "Inter", 20, false, false, -1, Text.Align.LEFT, 1.2, 5, 20);
        Document page = Document.blank(9, 9)
                .add(new TextLayer(LayerProps.named(new LayerId(1), "Title"), text, Raster.filled(9, 9, -1)));
        assertThat(parsed(page, 0).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Hi & <you>");
    }

    @Test
    void a_background_and_the_prompt_are_there_where_there_are_any() throws Exception {
        Element svg = parsed(Samples.design(), 0xff102030);
        assertThat(((Element) svg.getElementsByTagName("rect").item(0)).getAttribute("fill"))
                .isEqualTo("#102030");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("a red kite", "Seed: -7");
        Element bare = parsed(Document.blank(3, 3), 0);
        assertThat(bare.getElementsByTagName("rect").getLength()).isZero();
        assertThat(bare.getElementsByTagName("desc").getLength()).isZero();
    }

    private static Element parsed(Document document, int background) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(document, background)))
                .getDocumentElement();
    }

    private static byte[] written(Document document, int background) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SvgWriter.write(document, background, WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }
}
