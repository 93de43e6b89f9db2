package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerloom.download.FileCheck;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModels;

/// `models --check`: whether the files of a model are those that were published, or that were recorded before.
final class ModelCheck {
    private final KnownModels known;
    private final HashBook hashes;
    private final Terminal terminal;
    private final Cancellation cancellation;

    ModelCheck(KnownModels known, HashBook hashes, Terminal terminal, Cancellation cancellation) {
        this.known = known;
        this.hashes = hashes;
        this.terminal = terminal;
        this.cancellation = cancellation;
    }

    /// Reads every file.
    ///
    /// @param place a folder or a file
    /// @return the exit code: that of a broken model where a file is another one
    /// @throws java.util.concurrent.CancellationException when it was stopped
    int check(Path place) throws IOException {
        FileCheck check = new FileCheck(known, hashes);
        cancellation.whenRequested(check::stop);
        FileCheck.Result result = check.check(place, done -> {});
        terminal.out()
                .println(result.files() + " files: " + result.published() + " as published, " + result.same()
                        + " as recorded, " + result.recorded() + " recorded now");
        tell("not as published, damaged or of another version", result.unlike());
        tell("not as recorded, damaged if you did not change it", result.changed());
        boolean right = result.unlike().isEmpty() && result.changed().isEmpty();
        return right ? ExitCode.DONE : ExitCode.NO_MODEL;
    }

    private void tell(String what, List<Path> files) {
        files.forEach(file -> terminal.err().println("layerloom: " + file + ": " + what));
    }
}
