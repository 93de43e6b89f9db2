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
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.tensor.DType;

/// A file's header is believed only where it agrees with itself and with the file.
class SafeTensorsTest {
    @TempDir
    Path folder;

    private Path file(String header, int dataBytes) throws IOException {
        return SafeTensorsFile.write(folder.resolve("m.safetensors"), header, new byte[dataBytes]);
    }

    @Test
    void aSoundHeaderGivesTypesShapesAndPlaces() throws IOException {
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]},"
                        + "\"b\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[12,20]}}  ";
        Map<String, TensorEntry> entries = TensorFormat.read(file(header, 20));
        assertThat(entries).containsOnlyKeys("a", "b");
        assertThat(entries.get("a").dtype()).isEqualTo(DType.F16);
        assertThat(entries.get("a").shape()).containsExactly(2, 3);
        assertThat(entries.get("b").start()).isEqualTo(8 + header.length() + 12);
        assertThat(entries.get("b").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 "
                        + "| tensor a: it ends at byte 8, but the file has only 4 bytes of data (truncated?)",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 8 "
                        + "| tensor a: its shape and type need 12 bytes, but it has 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}} | 8 "
                        + "| tensor a: its shape is too large",
                "{\"a\":{\"dtype\":\"Q7\",\"shape\":[2],\"data_offsets\":[0,8]}} | 8 | tensor a: its type \"Q7\" is not known",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | 8 "
                        + "| tensor a: its shape holds -2, not a whole number from 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}} | 8 | tensor a: its data_offsets is not a list",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 "
                        + "| tensor a: its data_offsets are not a start and an end",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[6],\"data_offsets\":[0,6]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}} | 8 "
                        + "| tensor b: it overlaps the tensor before it",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}} | 8 "
                        + "| tensor b: there is a hole of 2 bytes before it",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}} | 8 | 6 bytes at its end belong to no tensor",
                "[1] | 0 | its header is not a JSON object",
                "{\"a\": | 0 | its header is not JSON",
            })
    void aLyingHeaderIsRefusedWithFileTensorAndReason(String header, int dataBytes, String reason) throws IOException {
        Path file = file(header, dataBytes);
        assertThatThrownBy(() -> TensorFormat.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("the file " + file + " is broken")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | more than 104857600 are allowed",
                "104857601 | its header claims 104857601 bytes, more than 104857600 are allowed",
                "3 | its header claims 3 bytes, but the file has only 10",
            })
    void aHeaderLongerThanAllowedOrThanTheFileIsRefused(long length, String reason) throws IOException {
        Path file = SafeTensorsFile.write(folder.resolve("m.safetensors"), length, "{}");
        assertThatThrownBy(() -> TensorFormat.read(file)).hasMessageContaining(reason);
    }

    @Test
    void duplicateNamesStubsAndMissingFilesAreRefused() throws IOException {
        String one = "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
        Path twice = file("{" + one + "," + one + "}", 0);
        assertThatThrownBy(() -> TensorFormat.read(twice)).hasMessageContaining("Duplicate field 'a'");
        Path stub = Files.write(folder.resolve("stub.safetensors"), new byte[3]);
        assertThatThrownBy(() -> TensorFormat.read(stub)).hasMessageContaining("it is 3 bytes long");
        Path none = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> TensorFormat.read(none)).hasMessage("the file " + none + " is missing");
    }
}
