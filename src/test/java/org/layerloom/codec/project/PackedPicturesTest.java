package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.Carried;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

class PackedPicturesTest {
    @TempDir
    Path folder;

    private Path file;
    private BytesSource source;

    @BeforeEach
    void begin() {
        file = folder.resolve("design.loom");
        source = () -> FileChannel.open(file);
    }

    private static Written write(Document document, PackedPictures known, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            return ProjectWriter.write(document, Carried.NOTHING, known, WriteProgress.UNHEARD, out);
        }
    }

    @Test
    void onlyWhatChangedIsPackedAgain() throws IOException {
        Document design = Samples.design();
        Written first = write(design, PackedPictures.NONE, file);
        assertThat(first.packed()).isEqualTo(6); // five layers and the merged picture
        PackedPictures known = first.in(source);
        Path next = folder.resolve("next.loom");
        assertThat(write(design, known, next).packed()).isEqualTo(1);
        assertThat(next).hasSameBinaryContentAs(file);
        assertThat(write(design.with(new LayerId(2), layer -> layer.translate(3, 4)), known, next)
                        .packed())
                .isEqualTo(1);
        Document painted =
                design.with(new LayerId(3), layer -> new PixelLayer(layer.props(), Pictures.random(9, 9, 1)));
        assertThat(write(painted, known, next).packed()).isEqualTo(2);
    }

    @Test
    void aSaveAfterOpeningPacksNothingThatIsUnchanged() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            write(RandomDesigns.of(seed), PackedPictures.NONE, file);
            Project opened = ProjectReader.read(source, WriteProgress.UNHEARD);
            assertThat(opened.opened().document()).isEqualTo(RandomDesigns.of(seed));
            Path next = folder.resolve("next.loom");
            assertThat(write(opened.opened().document(), opened.packed(), next).packed())
                    .isEqualTo(1);
            assertThat(next).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void whereTheFileWasChangedOrIsGoneItIsPackedFromThePixels() throws IOException {
        Document design = Samples.design();
        PackedPictures known = write(design, PackedPictures.NONE, file).in(source);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        for (int i = 0; i < damaged.length; i += 40) {
            damaged[i] ^= 1;
        }
        Path next = folder.resolve("next.loom");
        Files.write(file, damaged);
        assertThat(write(design, known, next).packed()).isEqualTo(6);
        assertThat(next).hasBinaryContent(whole);
        Files.write(file, new byte[100]);
        write(design, known, next);
        assertThat(next).hasBinaryContent(whole);
        Files.delete(file);
        write(design, known, next);
        assertThat(next).hasBinaryContent(whole);
    }

    @Test
    void theFileMayBeReadFromEndToEndAsAStreamToo() throws IOException {
        write(Samples.design(), PackedPictures.NONE, file);
        assertThat(ProjectFiles.read(Files.readAllBytes(file)).document()).isEqualTo(Samples.design());
    }

    @Test
    void openingCanBeStopped() throws IOException {
        write(Samples.design(), PackedPictures.NONE, file);
        assertThatThrownBy(() -> ProjectReader.read(source, share -> {
                    if (share > 0.3) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aLargePageHasASmallPictureOfItself() throws IOException {
        Document large =
                Document.blank(3000, 1500).add(new PixelLayer(Samples.props(1, "x", 0, 0), Pictures.random(60, 60, 1)));
        write(large, PackedPictures.NONE, file);
        assertThat(Preview.read(source, 1 << 20).orElseThrow().width()).isEqualTo(1024);
        write(Samples.design(), PackedPictures.NONE, file);
        assertThat(Preview.read(source, 1 << 20).orElseThrow().width())
                .isEqualTo(Samples.design().width());
    }

    @Test
    void theLongestPageComesBack() throws IOException {
        Document strip = Document.blank(Document.MAX_SIDE, 2)
                .add(new PixelLayer(Samples.props(1, "x", 0, 0), Raster.filled(Document.MAX_SIDE, 2, 0xff123456)));
        write(strip, PackedPictures.NONE, file);
        Project opened = ProjectReader.read(source, WriteProgress.UNHEARD);
        assertThat(opened.opened().notes()).isEmpty();
        assertThat(opened.opened().document()).isEqualTo(strip);
    }
}
