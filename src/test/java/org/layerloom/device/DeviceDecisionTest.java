package org.layerloom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where models run, row by row over machines that a fake probe has found.
class DeviceDecisionTest {
    private static final Path FOLDER = Path.of("torch");
    private static final Gpu CARD = new Gpu("NVIDIA GeForce RTX 4090", 25_757_220_864L);
    private static final Driver READY = new Driver(Driver.State.READY, 0, 12_080, List.of(CARD));

    private static DeviceFacts facts(String system, String architecture, String driver, Libtorch.State state) {
        Driver found = switch (driver) {
            case "none" -> Driver.ABSENT;
            case "error" -> new Driver(Driver.State.FAILING, 803, 0, List.of());
            case "empty" -> new Driver(Driver.State.READY, 0, 12_080, List.of());
            case "old" -> new Driver(Driver.State.READY, 0, 11_040, List.of(CARD));
            default -> READY;
        };
        Libtorch libtorch = state == Libtorch.State.BUNDLED
                ? Libtorch.BUNDLED
                : new Libtorch(Optional.of(FOLDER), state, detail(state));
        return new DeviceFacts(system, architecture, found, libtorch);
    }

    private static String detail(Libtorch.State state) {
        return switch (state) {
            case BROKEN -> "libtorch_cuda.so";
            case OTHER_VERSION -> "2.9.0+cu128";
            case UNLOADABLE -> "invalid ELF header";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        auto | Linux      | amd64   | none  | BUNDLED       | CPU  | no NVIDIA driver was found
        auto | Linux      | amd64   | none  | CUDA          | CPU  | no NVIDIA driver was found
        auto | Linux      | amd64   | error | CUDA          | CPU  | the NVIDIA driver answers with error 803
        auto | Linux      | amd64   | empty | CUDA          | CPU  | the NVIDIA driver finds no graphics card
        auto | Linux      | amd64   | old   | CUDA          | CPU  | the NVIDIA driver is for CUDA 11.4, and one for 12.0 or later is needed
        auto | Linux      | amd64   | card  | BUNDLED       | CPU  | no folder with libtorch 2.7.1 for CUDA is chosen
        auto | Linux      | amd64   | card  | MISSING       | CPU  | the libtorch folder torch is not there
        auto | Linux      | amd64   | card  | BROKEN        | CPU  | libtorch_cuda.so in the libtorch folder torch is missing or damaged
        auto | Linux      | amd64   | card  | CPU_ONLY      | CPU  | the libtorch in torch is for the processor alone
        auto | Linux      | amd64   | card  | NO_VERSION    | CPU  | the libtorch in torch does not say its version, and 2.7.1 is needed
        auto | Linux      | amd64   | card  | OTHER_VERSION | CPU  | the libtorch in torch is version 2.9.0+cu128, and 2.7.1 for CUDA 12 is needed
        auto | Linux      | amd64   | card  | LAST_START    | CPU  | the last start failed while it loaded the libtorch in torch
        auto | Linux      | amd64   | card  | UNLOADABLE    | CPU  | the libtorch in torch does not load: invalid ELF header
        auto | Linux      | amd64   | card  | BLIND         | CPU  | the libtorch in torch finds no graphics card that it can use
        auto | Linux      | amd64   | card  | CUDA          | CUDA | NVIDIA GeForce RTX 4090, 25.8 GB
        auto | Windows 11 | amd64   | card  | CUDA          | CUDA | NVIDIA GeForce RTX 4090, 25.8 GB
        auto | Mac OS X   | aarch64 | none  | BUNDLED       | MPS  | Apple graphics processor
        auto | Mac OS X   | x86_64  | none  | BUNDLED       | CPU  | this is no Mac with Apple silicon
        cpu  | Linux      | amd64   | card  | CUDA          | CPU  | the processor was chosen
        cuda | Linux      | amd64   | card  | CUDA          | CUDA | NVIDIA GeForce RTX 4090, 25.8 GB
        mps  | Mac OS X   | aarch64 | none  | BUNDLED       | MPS  | Apple graphics processor
        """)
    void whatIsUsedFollowsFromWhatWasFound(
            String asked,
            String system,
            String architecture,
            String driver,
            Libtorch.State libtorch,
            DeviceKind used,
            String why) {
        DeviceDecision decision = DeviceDecision.of(asked, facts(system, architecture, driver, libtorch));
        assertThat(decision.kind()).isEqualTo(used);
        assertThat(decision.why()).isEqualTo(why);
        assertThat(decision.isMet()).isTrue();
        assertThat(decision.sentence()).startsWith("Models run on the ").endsWith(why + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "cuda, Linux, amd64, none, BUNDLED, cuda cannot be used: no NVIDIA driver was found",
        "cuda, Mac OS X, aarch64, none, BUNDLED, cuda cannot be used: no NVIDIA driver was found",
        "mps, Linux, amd64, card, CUDA, mps cannot be used: this is no Mac with Apple silicon",
        "mps, Mac OS X, x86_64, none, BUNDLED, mps cannot be used: this is no Mac with Apple silicon"
    })
    void whatIsAskedForAndCannotBeIsRefusedInOneSentence(
            String asked, String system, String architecture, String driver, Libtorch.State libtorch, String said) {
        DeviceDecision decision = DeviceDecision.of(asked, facts(system, architecture, driver, libtorch));
        assertThat(decision.isMet()).isFalse();
        assertThat(decision.sentence()).isEqualTo(said);
    }

    @Test
    void aCardThatFailsItsFirstComputationIsLeftForTheProcessorUnlessItWasAskedFor() {
        DeviceFacts facts = facts("Linux", "amd64", "card", Libtorch.State.CUDA);
        DeviceDecision automatic = DeviceDecision.of("auto", facts).failed("no kernel image");
        assertThat(automatic.isMet()).isTrue();
        assertThat(automatic.words(8))
                .isEqualTo("CPU, 8 threads: the graphics card failed its first small computation: no kernel image");
        assertThat(DeviceDecision.of("cuda", facts).failed("no kernel image").isMet())
                .isFalse();
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> DeviceDecision.of("tpu", facts("Linux", "amd64", "none", Libtorch.State.BUNDLED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no device is called \"tpu\": use auto, cpu, cuda or mps");
    }

    @Test
    void thisMachineIsProbedWithoutAnEngine() throws IOException {
        DeviceFacts here = DeviceProbe.look();
        assertThat(DeviceDecision.of("cpu", here).words(2)).isEqualTo("CPU, 2 threads: the processor was chosen");
        assertThat(FreeMemory.available("MemFree: 1 kB\nMemAvailable:   12345 kB\nCached: 3 kB\n"))
                .isEqualTo(12_345 << 10);
        assertThat(FreeMemory.host()).isPositive();
        assertThat(FreeMemory.cuda().isPresent() && here.driver().equals(Driver.ABSENT))
                .isFalse();
    }
}
