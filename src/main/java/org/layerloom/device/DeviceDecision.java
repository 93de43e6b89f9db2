package org.layerloom.device;

import java.nio.file.Path;
import java.util.Optional;
import org.layerloom.words.Words;

/// Where models run, and why: a table from what was found to what is used. `auto` is CUDA where driver, graphics card
/// and libtorch are there and fit, else Apple's graphics part, else the processor.
///
/// @param asked  `auto`, `cpu`, `cuda` or `mps`
/// @param kind   what is used, or would be where what was asked for cannot be
/// @param detail what the reason is about, where the facts do not say it; may be blank
public record DeviceDecision(String asked, DeviceKind kind, Reason reason, DeviceFacts facts, String detail) {
    private static final Words WORDS = Words.of(DeviceDecision.class);
    private static final double GIGABYTE = 1e9;

    /// Why.
    public enum Reason {
        /// It is there and is used.
        USED,
        /// The processor was asked for.
        CHOSEN,
        NO_DRIVER,
        DRIVER_FAILS,
        NO_GPU,
        OLD_DRIVER,
        NO_LIBTORCH,
        FOLDER_MISSING,
        FOLDER_BROKEN,
        CPU_ONLY,
        NO_VERSION,
        OTHER_VERSION,
        LAST_START,
        UNLOADABLE,
        BLIND,
        /// The graphics card failed a first small computation.
        FAILS,
        /// No Mac with Apple silicon.
        NO_APPLE
    }

    /// @param asked `auto`, `cpu`, `cuda` or `mps`
    /// @throws IllegalArgumentException for any other word
    public static DeviceDecision of(String asked, DeviceFacts facts) {
        return switch (asked) {
            case "cpu" -> new DeviceDecision(asked, DeviceKind.CPU, Reason.CHOSEN, facts, "");
            case "auto" -> automatic(asked, facts);
            case "cuda" -> decided(asked, DeviceKind.CUDA, cuda(facts), facts);
            case "mps" -> decided(asked, DeviceKind.MPS, facts.isAppleSilicon() ? Reason.USED : Reason.NO_APPLE, facts);
            default -> throw new IllegalArgumentException(WORDS.text("device.unknown", asked));
        };
    }

    private static DeviceDecision automatic(String asked, DeviceFacts facts) {
        if (facts.isMac()) {
            return decided(asked, DeviceKind.MPS, facts.isAppleSilicon() ? Reason.USED : Reason.NO_APPLE, facts);
        }
        return decided(asked, DeviceKind.CUDA, cuda(facts), facts);
    }

    private static DeviceDecision decided(String asked, DeviceKind wanted, Reason reason, DeviceFacts facts) {
        return new DeviceDecision(asked, reason == Reason.USED ? wanted : DeviceKind.CPU, reason, facts, "");
    }

    /// Why CUDA cannot be used; USED if it can.
    private static Reason cuda(DeviceFacts facts) {
        Driver driver = facts.driver();
        return switch (driver.state()) {
            case ABSENT -> Reason.NO_DRIVER;
            case FAILING -> Reason.DRIVER_FAILS;
            case READY -> {
                if (driver.gpus().isEmpty()) {
                    yield Reason.NO_GPU;
                }
                yield driver.version() < Driver.OLDEST ? Reason.OLD_DRIVER : libtorch(facts.libtorch());
            }
        };
    }

    private static Reason libtorch(Libtorch libtorch) {
        return switch (libtorch.state()) {
            case BUNDLED -> Reason.NO_LIBTORCH;
            case MISSING -> Reason.FOLDER_MISSING;
            case BROKEN -> Reason.FOLDER_BROKEN;
            case CPU_ONLY -> Reason.CPU_ONLY;
            case NO_VERSION -> Reason.NO_VERSION;
            case OTHER_VERSION -> Reason.OTHER_VERSION;
            case LAST_START -> Reason.LAST_START;
            case UNLOADABLE -> Reason.UNLOADABLE;
            case BLIND -> Reason.BLIND;
            case CUDA -> Reason.USED;
        };
    }

    /// What follows where the graphics card that was decided on failed its first computation.
    public DeviceDecision failed(String why) {
        return new DeviceDecision(asked, DeviceKind.CPU, Reason.FAILS, facts, why);
    }

    /// Whether what was asked for can be used.
    public boolean isMet() {
        return asked.equals("auto") || asked.equals(kind.word());
    }

    /// Why a libtorch cannot be used, as a part of a sentence.
    ///
    /// @param libtorch of any state but `CUDA`
    public static String why(Libtorch libtorch) {
        return WORDS.text(
                "reason." + libtorch(libtorch),
                libtorch.folder().map(Path::toString).orElse(""),
                libtorch.detail(),
                Libtorch.VERSION);
    }

    /// The reason as a part of a sentence: `no NVIDIA driver was found`; of a graphics card its name and memory.
    public String why() {
        if (reason == Reason.USED) {
            return kind == DeviceKind.MPS ? WORDS.text("used.mps") : gpu();
        }
        return switch (reason) {
            case DRIVER_FAILS ->
                WORDS.text("reason." + reason, "", String.valueOf(facts.driver().error()));
            case OLD_DRIVER -> WORDS.text("reason." + reason, "", facts.driver().cuda(), Driver.words(Driver.OLDEST));
            case FAILS -> WORDS.text("reason." + reason, "", detail);
            case USED, CHOSEN, NO_DRIVER, NO_GPU, NO_APPLE -> WORDS.text("reason." + reason);
            default -> why(facts.libtorch());
        };
    }

    private String gpu() {
        return facts.driver().gpus().stream()
                .findFirst()
                .map(gpu -> WORDS.text("used.gpu", gpu.name(), gpu.bytes() / GIGABYTE))
                .orElse(WORDS.text("used.cuda"));
    }

    /// In one sentence where models run, and why.
    public String sentence() {
        return isMet() ? WORDS.text("sentence." + kind, why()) : WORDS.text("sentence.refused", asked, why());
    }

    /// In few words, for a status bar: `CPU, 2 threads: no NVIDIA driver was found`.
    ///
    /// @param threads that one operation may use on the processor
    public String words(int threads) {
        return kind == DeviceKind.CPU ? WORDS.text("words.CPU", threads, why()) : why();
    }

    /// Whether a start of the program ended while its libtorch was loaded, and that is why it is not.
    public Optional<Path> fatalFolder() {
        return reason == Reason.LAST_START ? facts.libtorch().folder() : Optional.empty();
    }
}
