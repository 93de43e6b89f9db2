package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What PyTorch saved is the same as safetensors.
class ConversionTest {
    private static final Path FILES = Path.of("src/test/resources/golden/torch");

    @TempDir
    private Path folder;

    private Path copy(String name) throws IOException {
        return Files.copy(FILES.resolve(name), folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"types.pth", "views.pt", "nested.ckpt"})
    void everyTensorKeepsItsTypeItsShapeAndItsBytes(String name) throws IOException {
        Path file = copy(name);
        Path converted = Conversion.convert(file);
        assertThat(converted).isEqualTo(folder.resolve(name.substring(0, name.indexOf('.')) + ".safetensors"));
        Map<String, TensorEntry> before = TensorFormat.read(file);
        Map<String, TensorEntry> after = TensorFormat.read(converted);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        for (TensorEntry entry : before.values()) {
            TensorEntry same = after.get(entry.name());
            assertThat(same.dtype()).isEqualTo(entry.dtype());
            assertThat(same.shape()).containsExactly(entry.shape());
            if (entry.count() > 0) {
                assertThat(TensorBytes.read(same)).as(entry.name()).isEqualTo(TensorBytes.read(entry));
            }
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingIsLeftOfWhatIsRefused() throws IOException {
        Path file = copy("views.pt");
        Path there = Files.createFile(folder.resolve("views.safetensors"));
        assertThatThrownBy(() -> Conversion.convert(file))
                .hasMessage("the file " + there + " is there already: move it away first");
        Path attack = copy("attack.pt");
        assertThatThrownBy(() -> Conversion.convert(attack)).hasMessageContaining("asks for posix.system");
        assertThat(folder.resolve("attack.safetensors")).doesNotExist();
    }
}
