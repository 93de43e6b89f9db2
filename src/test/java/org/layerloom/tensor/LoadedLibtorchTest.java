package org.layerloom.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.DeviceKind;
import org.layerloom.device.Driver;
import org.layerloom.device.Gpu;
import org.layerloom.device.Libtorch;
import org.layerloom.device.LibtorchChoice;

/// A libtorch for CUDA that does not load leaves the processor, one that ends the program is left out at the next
/// start.
class LoadedLibtorchTest {
    private static final long LONGEST_SECONDS = 60;

    @TempDir
    private Path folder;

    private LibtorchChoice choice;

    @BeforeEach
    void choose() throws IOException {
        choice = new LibtorchChoice(folder.resolve("settings"));
        choice.choose(folder);
    }

    /// A machine with a driver and a card, and a libtorch of whose files all is well so far.
    private static DeviceFacts facts(Path folder) {
        Driver driver = new Driver(Driver.State.READY, 0, 12_080, List.of(new Gpu("a card", 1L << 34)));
        return new DeviceFacts(
                "Linux", "amd64", driver, new Libtorch(Optional.of(folder), Libtorch.State.CUDA, Libtorch.VERSION));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLibraryOfGarbageIsASentenceAndTheProcessorIsUsed() throws IOException {
        Files.writeString(folder.resolve(System.mapLibraryName("torch_cuda")), "\u007fELF and nothing more");
        LoadedLibtorch loaded = LoadedLibtorch.load(facts(folder), Optional.of(choice));
        DeviceDecision decision = DeviceDecision.of("auto", loaded.facts());
        assertThat(decision.kind()).isEqualTo(DeviceKind.CPU);
        assertThat(decision.why()).startsWith("the libtorch in " + folder + " does not load: ");
        assertThat(loaded.failure()).isEmpty();
        assertThat(choice.settings().resolve("libtorch.loading")).doesNotExist();
        try (Device cpu = Device.cpu()) {
            assertThat(cpu.full(2, 1).toFloats()).containsExactly(2);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStartThatIsKilledWhileItLoadsIsKnownAtTheNextOne() throws Exception {
        Path library = folder.resolve(System.mapLibraryName("torch_cuda"));
        assertThat(new ProcessBuilder("mkfifo", library.toString()).start().waitFor())
                .isZero();
        Process loading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        folder.toString(),
                        choice.settings().toString())
                .redirectErrorStream(true)
                .start();
        Path mark = choice.settings().resolve("libtorch.loading");
        long start = System.nanoTime();
        while (!Files.exists(mark) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
            Thread.onSpinWait();
        }
        assertThat(choice.endedWhileLoading(Optional.of(folder)))
                .as("another window that is loading stops nobody")
                .isFalse();
        loading.destroyForcibly().waitFor();
        assertThat(choice.endedWhileLoading(Optional.of(folder))).isTrue();
        choice.tryAgain();
        assertThat(choice.endedWhileLoading(Optional.of(folder))).isFalse();
        assertThat(choice.folder()).contains(folder);
    }

    /// The installed program is started with version and flavour of the libtorch that comes with it.
    @Test
    void theFlavourThatTheProgramIsStartedWithGivesWayToThatOfTheLibtorchInUse() {
        Map<String, Optional<String>> before = new HashMap<>();
        for (String name : List.of("PYTORCH_VERSION", "PYTORCH_FLAVOR")) {
            before.put(name, Optional.ofNullable(System.getProperty(name)));
        }
        try {
            System.setProperty("PYTORCH_VERSION", "2.7.1");
            System.setProperty("PYTORCH_FLAVOR", "cpu");
            LoadedLibtorch.flavour("cu128");
            assertThat(System.getProperty("PYTORCH_VERSION")).isEqualTo("2.7.1");
            assertThat(System.getProperty("PYTORCH_FLAVOR")).isEqualTo("cu128");
        } finally {
            before.forEach((name, value) ->
                    value.ifPresentOrElse(kept -> System.setProperty(name, kept), () -> System.clearProperty(name)));
        }
    }

    @Test
    void aCardThatFailedItsTryIsNotWhatARunIsReckonedFor() {
        assertThat(Device.likely("auto", facts(folder), Set.of())).isEqualTo("cuda");
        assertThat(Device.likely("auto", facts(folder), Set.of(DeviceKind.CUDA)))
                .isEqualTo("cpu");
        assertThat(Device.likely("cpu", facts(folder), Set.of(DeviceKind.CUDA))).isEqualTo("cpu");
    }

    /// Loads a library that never ends: a pipe that nobody writes to.
    static final class Loading {
        private Loading() {}

        public static void main(String[] args) {
            LoadedLibtorch.load(facts(Path.of(args[0])), Optional.of(new LibtorchChoice(Path.of(args[1]))));
        }
    }
}
