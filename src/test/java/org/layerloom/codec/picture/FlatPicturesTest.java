package org.layerloom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Files that Pillow wrote, and ones that nobody should.
final class FlatPicturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/pictures");
    private static final Rect PAGE = new Rect(0, 0, 64, 64);
    private static final long PLENTY = 1L << 30;

    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;

    @ParameterizedTest
    @CsvSource({
        "soft_lossless.webp, 0, 128",
        "soft_lossy.webp, 12, 128",
        "opaque_lossy.webp, 12, 255",
        "deflated.tif, 0, 255",
        "soft_lzw.tif, 0, 128"
    })
    void pictures_come_with_their_colours_and_alpha(String name, int tolerance, int middle) throws IOException {
        Raster raster = read(Files.readAllBytes(FOLDER.resolve(name)));
        assertThat(raster.width()).isEqualTo(40);
        assertThat(raster.height()).isEqualTo(24);
        assertClose(raster.argb(3, 3), RED, tolerance);
        assertClose(raster.argb(33, 19), BLUE, tolerance);
        assertThat(raster.argb(20, 10) >>> 24).isEqualTo(middle);
        assertThat(raster.argb(39, 5) >>> 24).isEqualTo(middle == 255 ? 255 : 0);
    }

    private static void assertClose(int argb, int expected, int tolerance) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(argb >>> shift & 255).isCloseTo(expected >>> shift & 255, within(tolerance));
        }
    }

    @Test
    void of_an_animated_WebP_the_first_frame_is_read() throws IOException {
        Raster raster = read(Files.readAllBytes(FOLDER.resolve("frames.webp")));
        assertThat(raster).isEqualTo(Raster.filled(10, 10, RED)); // cut to what it holds
    }

    /// Colours of the second and of the third frame at the place of the first, the second and the third.
    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void frames_of_a_GIF_are_layers_that_look_as_they_are_seen(int disposal, boolean stays) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve("frames_disposal" + disposal + ".gif"));
        Opened opened = AnyFile.read(new ByteArrayInputStream(file));
        assertThat(opened.notes())
                .containsExactly("the 3 frames of the animation are layers, of which the first is shown");
        assertThat(opened.document().layers()).extracting(Layer::name).containsExactly("Frame 1", "Frame 2", "Frame 3");
        assertThat(opened.document().layers())
                .extracting(layer -> layer.props().visible())
                .containsExactly(true, false, false);
        assertThat(colours(opened, 0)).containsExactly(RED, 0, 0);
        assertThat(colours(opened, 1)).containsExactly(stays ? RED : 0, GREEN, 0);
        assertThat(colours(opened, 2)).containsExactly(stays ? RED : 0, stays ? GREEN : 0, BLUE);
        assertThat(read(file))
                .isEqualTo(((RasterLayer) opened.document().layers().getFirst()).raster());
    }

    private static Integer[] colours(Opened opened, int layer) {
        Raster raster = ((RasterLayer) opened.document().layers().get(layer)).raster();
        return new Integer[] {raster.argb(5, 8), raster.argb(17, 8), raster.argb(29, 8)};
    }

    @Test
    void an_animation_that_is_cut_or_too_long_opens_as_far_as_it_goes() throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve("frames_disposal1.gif"));
        Opened cut = AnyFile.read(new ByteArrayInputStream(Arrays.copyOf(file, file.length - 30)));
        assertThat(cut.document().layers()).hasSizeBetween(1, 3);
        assertThat(cut.notes()).hasSize(1);
        Opened poor = PictureDocument.read(new ByteArrayInputStream(file), 40 * 24 * 10 * 4);
        assertThat(poor.document().layers()).hasSize(2);
        assertThat(poor.notes())
                .containsExactly(
                        "the first 2 frames of the animation are layers; what follows is damaged or too much for the memory");
    }

    @Test
    void of_an_animated_WebP_the_first_frame_is_read_and_that_is_said() throws IOException {
        // Three frames of 4 x 3 px, lossless: red, green, blue.
        byte[] file = Base64.getDecoder()
                .decode("UklGRrQAAABXRUJQVlA4WAoAAAACAAAAAwAAAgAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAAAAAAAAAMAAAIAAGQAAA"
                        + "JWUDhMDwAAAC8DgAAABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAAMAAAIAAGQAAABWUDhMDwAAAC8DgAAAB9D/iP4H"
                        + "IqL/AQBBTk1GKAAAAAAAAAAAAAMAAAIAAGQAAABWUDhMDwAAAC8DgAAABxDR//4HIqL/AQA=");
        Opened opened = AnyFile.read(new ByteArrayInputStream(file));
        assertThat(((RasterLayer) opened.document().layers().getFirst()).raster())
                .isEqualTo(Raster.filled(4, 3, 0xffff0000));
        assertThat(opened.notes()).containsExactly("of the 3 frames of the animation only the first was read");
    }

    @Test
    void sizes_that_files_only_claim_are_refused_before_anything_is_decoded() {
        byte[] gif = "GIF89a".getBytes();
        byte[] large = Arrays.copyOf(gif, 60);
        Arrays.fill(large, 6, 10, (byte) 0xff); // 65535 x 65535
        assertThatIOException().isThrownBy(() -> read(large)).withMessageStartingWith("the picture is");
        // A lossless WebP of 16384 x 16384 in 30 bytes.
        byte[] webp = Base64.getDecoder().decode("UklGRh4AAABXRUJQVlA4TBEAAAAv////DwAAAAAAAAAAAAAAAAAA");
        assertThatIOException().isThrownBy(() -> read(webp, 10 << 20)).withMessageContaining("16384 x 16384 px");
    }

    private static Raster read(byte[] file) throws IOException {
        return read(file, PLENTY);
    }

    private static Raster read(byte[] file, long freeBytes) throws IOException {
        return PictureReader.read(new ByteArrayInputStream(file), freeBytes, PAGE);
    }
}
