package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class PsdReaderTest {
    private static byte[] psd(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }

    private static Opened read(byte[] psd) throws IOException {
        return PsdReader.read(new ByteArrayInputStream(psd));
    }

    private static void compare(List<Layer> actual, List<Layer> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            Layer one = actual.get(i);
            Layer two = expected.get(i);
            assertThat(one.name()).isEqualTo(two.name());
            assertThat(one.props().blendMode()).isEqualTo(two.props().blendMode());
            assertThat(one.props().opacity()).isEqualTo(two.props().opacity());
            assertThat(one.props().recipe()).isEqualTo(two.props().recipe());
            assertThat(one.props().visible()).isEqualTo(two.props().visible());
            if (two instanceof PixelLayer pixels && !pixels.raster().isEmpty()) {
                assertThat(one.bounds()).isEqualTo(two.bounds());
                assertThat(((PixelLayer) one).raster()).isEqualTo(pixels.raster());
            } else if (two instanceof GroupLayer group) {
                assertThat(((GroupLayer) one).open()).isEqualTo(group.open());
                compare(((GroupLayer) one).children(), group.children());
            }
        }
    }

    @Test
    void aDocumentComesBackWithItsTreeAndPixels() throws IOException {
        for (Document document : List.of(Samples.design(), Samples.modes())) {
            Opened opened = read(psd(document));
            assertThat(opened.notes()).isEmpty();
            assertThat(opened.document().prompt()).isEqualTo(document.prompt());
            assertThat(opened.document().canvas()).isEqualTo(document.canvas());
            compare(opened.document().layers(), document.layers());
        }
    }

    @Test
    void aDocumentWithoutLayersComesBackAsItsPicture() throws IOException {
        Document opened = read(psd(Document.blank(30, 20))).document();
        assertThat(opened.layers()).hasSize(1);
        assertThat(((PixelLayer) opened.layers().getFirst()).raster()).isEqualTo(Raster.filled(30, 20, -1));
    }

    @Test
    void aFileCutAnywhereInItsLayersIsAnErrorInOneSentence() throws IOException {
        byte[] whole = psd(Samples.design());
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        int resources = 26 + 4 + buffer.getInt(26);
        int layers = resources + 4 + buffer.getInt(resources);
        int end = layers + 4 + buffer.getInt(layers) - 8;
        for (int length = 0; length < end; length += 397) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().isThrownBy(() -> read(cut)).withMessageMatching("[^\n]*PSD file[^\n]*");
        }
    }

    @Test
    void damagedBytesNeverEndInAnythingButAnIOException() throws IOException {
        byte[] whole = psd(Samples.design());
        Random random = new Random(9);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged).document()).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).doesNotContain("\n").contains("PS");
            }
        }
    }
}
