package org.layerloom.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.codec.layout.LayoutWriter;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.ora.OraWriter;
import org.layerloom.codec.picture.PictureDocument;
import org.layerloom.codec.picture.PictureReader;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Damaged files of every format end in a document or in a sentence. What opens can be drawn and saved.
class ReaderFuzzTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/composite/open/psd");
    private static final Path PICTURES = Path.of("src/test/resources/golden/pictures");
    private static final long FREE_BYTES = 64 << 20;
    private static final int MOST_BOXES = 20;
    private static final int SMALL = 300 * 300;
    private static final int USED_ONE_IN = 4;
    private static final int LARGEST_SEED = 20_000;

    @TestFactory
    Stream<DynamicTest> fiveHundredDamagedFilesOfEveryFormatAreReadOrRefusedInASentence() throws IOException {
        return tests(500);
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> twentyThousandDamagedFilesOfEveryFormatAreReadOrRefusedInASentence() throws IOException {
        return tests(20_000);
    }

    private static Stream<DynamicTest> tests(int count) throws IOException {
        return all().stream()
                .map(fuzzing -> DynamicTest.dynamicTest(
                        fuzzing.name(), () -> System.out.println(fuzzing.run(Fuzzing.SEED, count))));
    }

    private static List<Fuzzing> all() throws IOException {
        List<byte[]> psd = psd();
        List<byte[]> projects = written(ProjectWriter::write);
        List<byte[]> rasters = written((document, out) -> OraWriter.write(document, true, WriteProgress.UNHEARD, out));
        List<byte[]> png = List.of(png(Pictures.random(9, 7, 1)), png(Raster.filled(40, 30, 0x80406080)));
        List<byte[]> pictures = List.of(image("jpg"), image("gif"), image("bmp"));
        List<byte[]> layouts = layouts();
        return List.of(
                new Fuzzing("PSD", psd, opened()),
                new Fuzzing("project", Containers.zip(projects), opened()),
                new Fuzzing("OpenRaster", Containers.zip(rasters), opened()),
                new Fuzzing("PNG", Containers.png(png), opened()),
                new Fuzzing(
                        "JPEG, GIF, BMP", pictures, in -> PictureReader.read(in, FREE_BYTES, new Rect(0, 0, 50, 50))),
                new Fuzzing(
                        "GIF, WebP, TIFF, SVG",
                        flat(),
                        in -> PictureDocument.read(in, FREE_BYTES).document()),
                new Fuzzing("layout", layouts, ReaderFuzzTest::layout));
    }

    /// A writer of documents.
    private interface Writer {
        void write(Document document, OutputStream out) throws IOException;
    }

    private static List<byte[]> written(Writer writer) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Document document : List.of(Samples.design(), RandomDesigns.of(1), RandomDesigns.of(5))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(document, out);
            files.add(out.toByteArray());
        }
        return files;
    }

    private static List<byte[]> flat() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of("frames_disposal2.gif", "soft_lossy.webp", "soft_lossless.webp", "soft_lzw.tif")) {
            files.add(Files.readAllBytes(PICTURES.resolve(name)));
        }
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><defs><linearGradient id='g'>"
                + "<stop offset='0' stop-color='red'/><stop offset='1' stop-color='#00f8'/></linearGradient></defs>"
                + "<g opacity='.5'><path d='M1 2 L30 4 C5 6 7 8 9 20 Z' fill='url(#g)' stroke='#123456'/></g></svg>";
        files.add(svg.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static List<byte[]> psd() throws IOException {
        List<byte[]> files =
                written((document, out) -> PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, out));
        try (Stream<Path> golden = Files.list(GOLDEN)) {
            for (Path file : golden.sorted().toList()) {
                if (!file.toString().endsWith(".json") && Files.size(file) < LARGEST_SEED) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static byte[] png(Raster raster) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(raster, PngWriter.Channels.RGBA, Map.of("seed", "7", "model", "m"), out);
        return out.toByteArray();
    }

    private static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(24, 17, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 17; i++) {
            image.setRGB(i % 24, i / 24, i * 0x010307);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static List<byte[]> layouts() throws IOException {
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        LayoutWriter.write(Layout.of(Samples.design()), own);
        String art = "{\"index\": \"1\", \"wholecaption\": \"a kite\", \"layout\": "
                + "[[0, 0, 512, 512], [0, 0, 512, 512], [10, 20, 200, 300], null]}";
        return List.of(own.toByteArray(), art.getBytes(StandardCharsets.UTF_8));
    }

    private static void layout(InputStream in) throws IOException {
        LayoutReader.read(in, MOST_BOXES).toDocument("");
    }

    /// Opens a file as the editor does; of those that are not too large some are drawn and saved.
    private static Fuzzing.Reader opened() {
        int[] opened = {0};
        return in -> {
            Document document = AnyFile.read(in).document();
            if (document.canvas().area() < SMALL && opened[0]++ % USED_ONE_IN == 0) {
                ProjectWriter.write(document, OutputStream.nullOutputStream());
            }
        };
    }
}
