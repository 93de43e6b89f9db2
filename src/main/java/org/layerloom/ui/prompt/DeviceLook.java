package org.layerloom.ui.prompt;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Finds out, when the program starts, where models will run. Of a libtorch that ended the program at its last start
/// it is told, with the offer to try it again.
///
/// @param onWords  hears on the JavaFX thread where models will run, in few words
/// @param onNotice hears what is wrong, on the JavaFX thread
/// @param choice   of a folder with libtorch; empty where nothing can be kept
record DeviceLook(Consumer<String> onWords, Consumer<Notice> onNotice, Optional<LibtorchChoice> choice) {
    private static final Words WORDS = Words.of(DeviceLook.class);

    /// @param asked `auto`, `cpu`, `cuda` or `mps`
    /// @param probe finds out what there is; asked on a thread of its own
    void start(String asked, Supplier<DeviceFacts> probe) {
        Thread.ofVirtual().name("look for devices").start(() -> {
            DeviceDecision decision = DeviceDecision.of(asked, probe.get());
            Platform.runLater(() -> tell(decision));
        });
    }

    private void tell(DeviceDecision decision) {
        int threads = Runtime.getRuntime().availableProcessors();
        onWords.accept(decision.isMet() ? decision.words(threads) : decision.sentence());
        if (decision.fatalFolder().isPresent()) {
            Notice notice = Notice.warning(decision.sentence());
            onNotice.accept(choice.map(kept -> notice.offering(WORDS.text("device.again"), () -> tryAgain(kept)))
                    .orElse(notice));
        }
    }

    private void tryAgain(LibtorchChoice kept) {
        try {
            kept.tryAgain();
            onNotice.accept(Notice.done(WORDS.text("device.again.restart")));
        } catch (IOException e) {
            onNotice.accept(Notice.error(WORDS.text("device.again.failed", e.getMessage())));
        }
    }
}
