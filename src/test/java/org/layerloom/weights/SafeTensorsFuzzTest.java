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

/// Damaged weights end in tensors or in a sentence.
class SafeTensorsFuzzTest {
    @TempDir
    Path folder;

    private Fuzzing fuzzing() throws IOException {
        Path sound = new TensorWriter()
                .add("linear.weight", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)
                .add("linear.bias", new float[] {1, 2}, 2)
                .add("scale", new float[] {1})
                .write(folder.resolve("sound.safetensors"));
        Path described = SafeTensorsFile.write(
                folder.resolve("described.safetensors"),
                "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]}}",
                new byte[12]);
        List<byte[]> files = List.of(Files.readAllBytes(sound), Files.readAllBytes(described));
        Path damaged = folder.resolve("damaged.safetensors");
        return new Fuzzing("safetensors", files, in -> {
            Files.copy(in, damaged, StandardCopyOption.REPLACE_EXISTING);
            TensorFormat.read(damaged);
            SingleFile.isCheckpoint(damaged);
        });
    }

    @Test
    void fiveHundredDamagedFilesAreReadOrRefusedInASentence() throws Exception {
        System.out.println(fuzzing().run(Fuzzing.SEED, 500));
    }

    @Test
    @Tag("nightly")
    void twentyThousandDamagedFilesAreReadOrRefusedInASentence() throws Exception {
        System.out.println(fuzzing().run(Fuzzing.SEED, 20_000));
    }
}
