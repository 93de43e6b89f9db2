package org.layerloom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

final class SvgReaderTest {
    private static final String HALVES =
            "<rect width='10' height='10' fill='#ff0000'/><rect x='10' width='10' height='10' fill='#0000ff'/>";

    @TempDir
    Path folder;

    @Test
    void a_placed_picture_is_drawn_as_large_as_it_fits_on_the_page() throws IOException {
        Raster raster = place(svg(HALVES), new Rect(0, 0, 300, 500));
        assertThat(raster.width()).isEqualTo(300);
        assertThat(raster.height()).isEqualTo(150);
        assertThat(raster.argb(148, 75)).isEqualTo(0xffff0000);
        assertThat(raster.argb(151, 75)).isEqualTo(0xff0000ff);
    }

    @Test
    void an_opened_picture_has_its_own_size() throws IOException {
        Document document = open(svg(HALVES));
        assertThat(document.canvas()).isEqualTo(new Rect(0, 0, 20, 10));
        assertThat(((RasterLayer) document.layers().getFirst()).raster().argb(15, 5))
                .isEqualTo(0xff0000ff);
        assertThat(open("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 40'/>")
                        .canvas())
                .isEqualTo(new Rect(0, 0, 30, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE"})
    void a_mark_of_the_byte_order_a_comment_and_a_doctype_do_no_harm(Charset charset) throws IOException {
        String text =
                "\ufeff<?xml version='1.0'?>\n<!-- drawn by hand -->\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                        + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n" + svg(HALVES);
        Document document =
                AnyFile.read(new ByteArrayInputStream(text.getBytes(charset))).document();
        assertThat(document.width()).isEqualTo(20);
    }

    @Test
    void bitmaps_inside_the_file_are_drawn() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(Raster.filled(4, 4, 0xff00ff00), PngWriter.Channels.RGBA, Map.of(), png);
        String data = Base64.getEncoder().encodeToString(png.toByteArray());
        String image =
                "<image width='20' height='10' preserveAspectRatio='none' href='data:image/png;base64," + data + "'/>";
        assertThat(place(svg(image), new Rect(0, 0, 20, 10)).argb(10, 5)).isEqualTo(0xff00ff00);
    }

    @Test
    void nothing_is_fetched_from_the_network_or_from_other_files() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(Raster.filled(4, 4, 0xff00ff00), PngWriter.Channels.RGBA, Map.of(), png);
        Path secret = Files.write(folder.resolve("secret.png"), png.toByteArray());
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            String content = "<style>@import url('" + url + "a.css'); @font-face { font-family: x; src: url(" + url
                    + "x.ttf) }</style>"
                    + "<image width='20' height='10' href='" + url + "a.png'/>"
                    + "<image width='20' height='10' href='" + secret.toUri() + "'/>"
                    + "<image width='20' height='10' href='secret.png'/>"
                    + "<use href='" + url + "b.svg#a'/><script href='" + url + "c.js'>while (true) {}</script>"
                    + "<filter id='f'><feImage href='" + url + "d.png'/></filter>"
                    + "<text font-family='x' filter='url(" + url + "e.svg#f)'>a</text>";
            Raster raster = place("<?xml-stylesheet href='" + url + "f.css'?>" + svg(content), new Rect(0, 0, 20, 10));
            assertThat(raster.argb(2, 2)).isZero();
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void entities_of_files_are_not_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "#00ff00");
        String text = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + svg("<rect width='20' height='10' fill='&x;'/>");
        assertThatIOException()
                .isThrownBy(() -> place(text, new Rect(0, 0, 20, 10)))
                .withMessage("the picture is damaged");
    }

    @Test
    void copies_of_copies_without_end_are_given_up() {
        StringBuilder content = new StringBuilder("<defs><g id='a0'>" + HALVES + "</g>");
        for (int i = 1; i < 40; i++) {
            content.append("<g id='a%d'>%s</g>"
                    .formatted(i, "<use href='#a%d'/>".formatted(i - 1).repeat(10)));
        }
        String text = svg(content + "</defs><use href='#a39'/><use href='#me' id='me'/>");
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            try {
                place(text, new Rect(0, 0, 20, 10));
            } catch (IOException e) {
                assertThat(e).isInstanceOf(UnreadablePicture.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='5'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='NaN' height='5'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e38 1e38'/>",
                "<svg><<<",
                "<html><svg width='5' height='5'/></html>"
            })
    void what_cannot_be_drawn_is_refused_in_a_sentence(String text) {
        try {
            assertThat(open(text).width()).isPositive();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(UnreadablePicture.class).hasMessageStartingWith("the picture is");
        }
    }

    private static String svg(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>" + content + "</svg>";
    }

    private static Raster place(String text, Rect page) throws IOException {
        return PictureReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1L << 30, page);
    }

    private static Document open(String text) throws IOException {
        return AnyFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .document();
    }
}
