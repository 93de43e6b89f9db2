package org.layerloom.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.fuzz.Fuzzing;

/// Damaged files of PyTorch end in tensors or in a sentence.
class TorchFileFuzzTest {
    private static final Path FILES = Path.of("src/test/resources/golden/torch");

    @TempDir
    Path folder;

    private Fuzzing fuzzing() throws IOException {
        List<byte[]> files = List.of(
                Files.readAllBytes(FILES.resolve("types.pth")),
                Files.readAllBytes(FILES.resolve("views.pt")),
                Files.readAllBytes(FILES.resolve("nested.ckpt")),
                Files.readAllBytes(FILES.resolve("protocol4.pt")));
        Path damaged = folder.resolve("damaged.pt");
        return new Fuzzing("torch", files, in -> {
            Files.copy(in, damaged, StandardCopyOption.REPLACE_EXISTING);
            for (TensorEntry entry : TensorFormat.read(damaged).values()) {
                TensorBytes.read(entry);
            }
        });
    }

    @Test
    void fiveHundredDamagedFilesAreReadOrRefusedInASentence() throws Exception {
        System.out.println(fuzzing().run(Fuzzing.SEED, 500));
    }

    @Test
    @Tag("nightly")
    void tenThousandDamagedFilesAreReadOrRefusedInASentence() throws Exception {
        System.out.println(fuzzing().run(Fuzzing.SEED, 10_000));
    }
}
