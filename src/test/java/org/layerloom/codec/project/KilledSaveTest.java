package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Samples;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.PixelLayer;
import org.layerloom.files.AtomicFiles;

/// A program that is killed while it saves leaves a whole document: the last one, or the one before.
class KilledSaveTest {
    private static final int KILLS = 4;
    private static final int LONGEST_MS = 400;

    @TempDir
    Path folder;

    private static Document design(int number) {
        return Document.blank(300, 200)
                .withPrompt("saved " + number)
                .add(new PixelLayer(Samples.props(1, "noise", 0, 0), Pictures.random(300, 200, number)));
    }

    /// Saves one design after the other over the same file, until it is killed.
    public static void main(String[] args) throws IOException {
        for (int number = 0; ; number = 1 - number) {
            Document design = design(number);
            AtomicFiles.write(Path.of(args[0]), out -> ProjectWriter.write(design, out));
        }
    }

    @Test
    void aWholeDocumentIsThereAfterEveryKill() throws Exception {
        Path file = folder.resolve("design.loom");
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            Process saving = start(file);
            while (!Files.exists(file)) {
                assertThat(saving.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(saving.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS))
                    .as("ended by itself")
                    .isFalse();
            saving.destroyForcibly().waitFor();
            try (InputStream in = Files.newInputStream(file)) {
                Opened opened = ProjectReader.read(in);
                assertThat(opened.notes()).isEmpty();
                assertThat(opened.document()).isIn(design(0), design(1));
            }
        }
    }

    private static Process start(Path file) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledSaveTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(file.getParent().toFile(), "child.log"))
                .start();
    }
}
