import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts the tools that installers are made with, and does what shells do to files.
final class Run {
    private Run() {}

    /// Runs a command to its end.
    ///
    /// @throws IOException with all that it said, when it fails
    static void command(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("layerloom-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(command.getFirst() + " ended with " + code + ":\n" + String.join(" ", command)
                        + "\n" + Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }

    /// A tool of the JDK that runs this.
    static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /// Whether a tool is on the path.
    static boolean has(String tool) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Copies a folder with what is in it, times and rights too.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(
                            file,
                            target,
                            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                            java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /// Ends a program as its user or system would, so that it may finish what it does.
    static void end(Process process, Target target) throws IOException, InterruptedException {
        if (target.isWindows()) {
            command(List.of("taskkill", "/pid", Long.toString(process.pid()))); // closes its window
        } else {
            process.destroy();
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the program did not end within five minutes");
        }
    }

    static long bytes(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            long bytes = 0;
            for (Path file : files.filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    static String megabytes(Path tree) throws IOException {
        return Math.round(bytes(tree) / 1e6) + " MB";
    }
}
