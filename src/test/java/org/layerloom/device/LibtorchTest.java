package org.layerloom.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.device.Libtorch.State;

/// What a folder's files tell of the libtorch in it, and which folder counts.
class LibtorchTest {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

    @TempDir
    private Path folder;

    private Path lib;
    private LibtorchChoice choice;

    @BeforeEach
    void layOut() throws IOException {
        lib = Files.createDirectories(folder.resolve("libtorch").resolve("lib"));
        for (String name : new String[] {"c10", "torch_cpu", "torch", "c10_cuda", "torch_cuda"}) {
            Files.write(lib.resolve(System.mapLibraryName(name)), ELF);
        }
        version("2.7.1+cu128\n");
        choice = new LibtorchChoice(folder.resolve("settings"));
    }

    private void version(String text) throws IOException {
        Files.writeString(lib.resolveSibling("build-version"), text);
    }

    @Test
    void aFolderOfTheRightVersionForCudaIsTakenByItselfAndByTheOneAroundIt() {
        Libtorch expected = new Libtorch(Optional.of(lib), State.CUDA, "2.7.1+cu128");
        assertThat(Libtorch.in(lib)).isEqualTo(expected);
        assertThat(Libtorch.in(lib.getParent())).isEqualTo(expected);
    }

    @Test
    void theVersionIsReadFromPythonsPackageToo() throws IOException {
        Files.delete(lib.resolveSibling("build-version"));
        assertThat(Libtorch.in(lib).state()).isEqualTo(State.NO_VERSION);
        Files.writeString(
                lib.resolveSibling("version.py"), "from typing import Optional\n__version__ = '2.7.1+cu126'\n");
        assertThat(Libtorch.in(lib)).isEqualTo(new Libtorch(Optional.of(lib), State.CUDA, "2.7.1+cu126"));
    }

    @Test
    void anotherVersionAndOneForTheProcessorAloneAreToldApart() throws IOException {
        version("2.7.10+cu128");
        assertThat(Libtorch.in(lib)).isEqualTo(new Libtorch(Optional.of(lib), State.OTHER_VERSION, "2.7.10+cu128"));
        version("2.7.1+cu118");
        assertThat(Libtorch.in(lib)).isEqualTo(new Libtorch(Optional.of(lib), State.OTHER_VERSION, "2.7.1+cu118"));
        Files.delete(lib.resolve(System.mapLibraryName("torch_cuda")));
        Files.delete(lib.resolve(System.mapLibraryName("c10_cuda")));
        assertThat(Libtorch.in(lib).state()).isEqualTo(State.CPU_ONLY);
    }

    @Test
    void missingFoldersAndDamagedFilesAreNamed() throws IOException {
        assertThat(Libtorch.in(folder.resolve("gone")).state()).isEqualTo(State.MISSING);
        String file = System.mapLibraryName("torch_cuda");
        Files.writeString(lib.resolve(file), "<html>not found</html>");
        assertThat(Libtorch.in(lib)).isEqualTo(new Libtorch(Optional.of(lib), State.BROKEN, file));
        Files.delete(lib.resolve(System.mapLibraryName("c10")));
        assertThat(Libtorch.in(lib).detail()).isEqualTo(System.mapLibraryName("c10"));
    }

    @Test
    void theEnvironmentComesBeforeTheChoiceAndThatBeforeTheProgramsOwn() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        assertThat(DeviceProbe.libtorch(null, Optional.of(choice), null)).isEqualTo(Libtorch.BUNDLED);
        assertThat(DeviceProbe.libtorch(null, Optional.of(choice), own.toString()))
                .isEqualTo(Libtorch.BUNDLED);
        choice.choose(lib);
        assertThat(DeviceProbe.libtorch(null, Optional.of(choice), own.toString())
                        .state())
                .isEqualTo(State.CUDA);
        assertThat(DeviceProbe.libtorch(folder.resolve("env").toString(), Optional.of(choice), null)
                        .state())
                .isEqualTo(State.MISSING);
        choice.forget();
        assertThat(choice.folder()).isEmpty();
    }

    @Test
    void aMarkOfThisVeryProcessStopsNobody() throws IOException {
        choice.choose(lib);
        choice.begin(lib);
        assertThat(choice.endedWhileLoading(Optional.of(lib))).isFalse();
    }
}
