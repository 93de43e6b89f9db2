package org.layerloom.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;

/// The folder with a libtorch for CUDA that the user chose, kept in the program's folder of settings, and the mark
/// that lies beside it while that libtorch is loaded: where a library ends the whole process, the mark stays, and the
/// next start knows.
///
/// @param settings the program's folder of settings; made when something is kept
public record LibtorchChoice(Path settings) {
    /// System property that names the folder of settings to whoever loads libtorch.
    private static final String PROPERTY = "layerloom.settings";

    private static final String CHOSEN = "libtorch.txt";
    private static final String MARK = "libtorch.loading";

    /// Has this choice count for the process; to be called before libtorch is loaded.
    public void announce() {
        System.setProperty(PROPERTY, settings.toString());
    }

    /// The choice that counts in this process; empty where none was announced.
    public static Optional<LibtorchChoice> announced() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(LibtorchChoice::new);
    }

    /// The chosen folder; empty where none is.
    public Optional<Path> folder() {
        return lines(CHOSEN).stream().findFirst().flatMap(LibtorchChoice::path);
    }

    /// Chooses a folder for the next start.
    ///
    /// @throws IOException if it cannot be kept
    public void choose(Path folder) throws IOException {
        keep(CHOSEN, folder.toAbsolutePath().normalize().toString());
        tryAgain();
    }

    /// The program's own libtorch counts again from the next start on.
    ///
    /// @throws IOException if the choice cannot be removed
    public void forget() throws IOException {
        Files.deleteIfExists(settings.resolve(CHOSEN));
        tryAgain();
    }

    /// Forgets that a start ended early, so that the folder is loaded at the next one.
    ///
    /// @throws IOException if the mark cannot be removed
    public void tryAgain() throws IOException {
        Files.deleteIfExists(settings.resolve(MARK));
    }

    /// Sets the mark: the libraries of a folder are loaded from now on.
    ///
    /// @throws IOException if it cannot be set
    public void begin(Path folder) throws IOException {
        keep(MARK, folder.toAbsolutePath().normalize() + "\n" + process());
    }

    /// Whether a process that is over set the mark for this folder and did not come to remove it.
    public boolean endedWhileLoading(Optional<Path> folder) {
        List<String> mark = lines(MARK);
        return mark.size() > 1
                && folder.map(path -> path.toAbsolutePath().normalize().toString())
                        .equals(Optional.of(mark.getFirst()))
                && !isRunning(mark.get(1));
    }

    /// Number and start of this process, by which another one of the same number is told from it.
    private static String process() {
        return words(ProcessHandle.current());
    }

    private static String words(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static boolean isRunning(String process) {
        try {
            return ProcessHandle.of(Long.parseLong(process.split(" ")[0]))
                    .filter(ProcessHandle::isAlive)
                    .map(LibtorchChoice::words)
                    .equals(Optional.of(process));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void keep(String name, String text) throws IOException {
        AtomicFiles.write(settings.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(settings.resolve(name));
        } catch (IOException e) {
            return List.of(); // none was kept
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
