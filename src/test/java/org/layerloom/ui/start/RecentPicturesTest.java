package org.layerloom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.zip.ZipWriter;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

final class RecentPicturesTest {
    private static final Document RED = Document.blank(400, 200)
            .add(new PixelLayer(LayerProps.named(new LayerId(1), "Red"), Raster.filled(400, 200, 0xffcc0000)));

    private final RecentPictures pictures = new RecentPictures();

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void nameTheFolder() {
        cache = folder.resolve("cache");
    }

    private Path project(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            ProjectWriter.write(RED, out);
        }
        return file;
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.count();
        }
    }

    @Test
    void a_project_shows_its_own_picture_small() throws IOException {
        Raster picture = pictures.of(project("red.loom")).orElseThrow();
        assertThat(picture.width()).isEqualTo(96);
        assertThat(picture.height()).isEqualTo(48);
        assertThat(picture.argb(50, 20)).isEqualTo(0xffcc0000);
        assertThat(cache).doesNotExist();
    }

    @Test
    void another_file_shows_what_was_kept_of_it_until_it_is_changed() throws IOException {
        Path psd = Files.writeString(folder.resolve("red.psd"), "a");
        pictures.keepIn(cache);
        assertThat(pictures.of(psd)).isEmpty();
        pictures.keep(psd, RED);
        assertThat(pictures.of(psd).orElseThrow().argb(50, 20)).isEqualTo(0xffcc0000);
        Files.writeString(psd, "changed");
        assertThat(pictures.of(psd)).isEmpty();
    }

    @Test
    void files_without_one_damaged_files_and_missing_ones_have_no_picture() throws IOException {
        Path bare = folder.resolve("bare.loom");
        try (OutputStream out = Files.newOutputStream(bare)) {
            ZipWriter zip = new ZipWriter(out);
            zip.packed("document.json", new byte[9]);
            zip.finish();
        }
        assertThat(pictures.of(bare)).isEmpty();
        assertThat(pictures.of(Files.writeString(folder.resolve("damaged.loom"), "no project")))
                .isEmpty();
        assertThat(pictures.of(folder.resolve("missing.loom"))).isEmpty();
    }

    @Test
    void the_folder_holds_no_more_than_24() throws IOException {
        pictures.keepIn(cache);
        for (int i = 0; i < 30; i++) {
            pictures.keep(Files.writeString(folder.resolve(i + ".psd"), "a"), RED);
        }
        assertThat(kept()).isEqualTo(24);
    }

    @Test
    void a_damaged_picture_is_drawn_anew_from_the_project() throws IOException {
        pictures.keepIn(cache);
        Path file = project("red.loom");
        pictures.of(file);
        try (Stream<Path> files = Files.list(cache)) {
            Files.writeString(files.findFirst().orElseThrow(), "damaged");
        }
        assertThat(pictures.of(file).orElseThrow().argb(50, 20)).isEqualTo(0xffcc0000);
    }
}
