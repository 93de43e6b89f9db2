package org.layerloom.ui.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The system's own program for folders.
///
/// @param command takes the folder as its argument
public record FileBrowser(Path command) {
    /// @param os as in the property `os.name`
    /// @param path the folders of programs, as the environment has them
    /// @return empty where there is none
    public static Optional<FileBrowser> find(String os, String path) {
        String name = name(os.toLowerCase(Locale.ROOT));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(FileBrowser::new);
    }

    private static String name(String os) {
        if (os.contains("win")) {
            return "explorer.exe";
        }
        return os.contains("mac") ? "open" : "xdg-open";
    }

    /// Opens a window on a folder; whether that works is the system's matter.
    public void show(Path folder) {
        try {
            new ProcessBuilder(command.toString(), folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The program went between looking and starting: the notice still says where the files are.
        }
    }
}
