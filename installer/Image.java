import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the program's folder: a runtime of the modules that are used, two launchers (the window, and the command line
/// that on Windows has a console), and how they start the program.
final class Image {
    static final String NAME = "Layerloom";
    static final String COMMAND_LINE = "layerloom-cli";

    /// What the program and its libraries use of the JDK. German and English are all the languages there are.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.scripting",
            "java.sql",
            "java.xml",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.incubator.vector",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.unsupported.desktop",
            "jdk.zipfs");

    private static final String LIBTORCH = "2.7.1";

    private final Target target;
    private final String version;
    private final Path work;

    /// @param work where everything is made
    Image(Target target, String version, Path work) {
        this.target = target;
        this.version = version;
        this.work = work;
    }

    /// @return the program's folder
    Path make(Path input, Path icons) throws IOException, InterruptedException {
        Path runtime = work.resolve("runtime");
        Run.command(List.of(
                Run.jdk("jlink"),
                "--output", runtime.toString(),
                "--add-modules", String.join(",", MODULES),
                "--include-locales", "en,de",
                "--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-6"));
        Path launcher = Files.writeString(work.resolve("cli.properties"), "win-console=true\n");
        List<String> command = new ArrayList<>(List.of(
                Run.jdk("jpackage"),
                "--type", "app-image",
                "--name", NAME,
                "--app-version", numbers(),
                "--vendor", NAME,
                "--description", "Layered design editor",
                "--dest", work.toString(),
                "--input", input.toString(),
                "--runtime-image", runtime.toString(),
                "--main-jar", "layerloom.jar",
                "--main-class", "org.layerloom.Main",
                "--icon", icons.resolve("layerloom" + target.iconEnding()).toString(),
                "--add-launcher", COMMAND_LINE + "=" + launcher));
        options().forEach(option -> command.addAll(List.of("--java-options", option)));
        if (target.isMac()) {
            command.addAll(List.of("--mac-package-identifier", "org.layerloom"));
            command.addAll(Associations.write(target, icons, work));
        }
        Run.command(command);
        return work.resolve(target.isMac() ? NAME + ".app" : NAME);
    }

    /// jpackage takes numbers alone, and on the Mac none that begin with 0.
    String numbers() {
        String numbers = version.replaceFirst("-.*", "");
        return target.isMac() && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }

    private List<String> options() {
        return List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-Xms48m",
                // What the JVM has to say of an archive that does not fit is nothing for the terminal.
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.library.path=$APPDIR/natives",
                "-Djna.boot.library.path=$APPDIR/natives",
                "-DRUST_LIBRARY_PATH=$APPDIR/natives/" + target.library("tokenizers"),
                "-DPYTORCH_LIBRARY_PATH=$APPDIR/libtorch",
                "-DPYTORCH_VERSION=" + LIBTORCH,
                "-DPYTORCH_FLAVOR=cpu",
                "-Dlayerloom.models=$APPDIR/models",
                "-Dlayerloom.guide=$APPDIR/guide");
    }

    /// Removes the JDK's own commands, which only the recording of the archive needs.
    void dropCommands(Path image) throws IOException {
        try (Stream<Path> files = Files.list(target.runtime(image).resolve("bin"))) {
            for (Path file : files.toList()) {
                if (!target.isWindows() || file.toString().endsWith(".exe")) {
                    Files.delete(file);
                }
            }
        }
        if (!target.isWindows()) {
            Files.delete(target.runtime(image).resolve("bin"));
        }
    }

    /// Adds an option to all launchers.
    void addOption(Path image, String option) throws IOException {
        for (String launcher : List.of(NAME, COMMAND_LINE)) {
            Path file = target.application(image).resolve(launcher + ".cfg");
            Files.writeString(file, Files.readString(file).stripTrailing() + "\njava-options=" + option + "\n");
        }
    }
}
