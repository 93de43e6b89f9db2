package org.layerloom.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the command line speaks: results on `out`, everything else on `err`.
///
/// @param rewrites whether `err` is a screen on which a line can be written over
public record Terminal(PrintStream out, PrintStream err, boolean rewrites) {
    /// The process' own streams.
    public static Terminal system() {
        return new Terminal(System.out, System.err, isScreen());
    }

    /// Java cannot ask about stderr alone; Linux says what it is connected to, elsewhere the console decides.
    private static boolean isScreen() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        Path err = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(err)) {
                String device = Files.readSymbolicLink(err).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false;
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
