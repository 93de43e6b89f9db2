import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Records what the JVM learns of the program's classes in one start, as the archive that later starts begin with
/// (`-XX:AOTCache`): the window is opened with a design, and closed again.
final class Recording {
    static final String FILE = "layerloom.aot";

    private static final String SHOWN = "the window is shown";
    private static final int SHOWN_SECONDS = 180;
    private static final int LOOKED_AT_SECONDS = 6;

    private final Target target;
    private final Path work;

    Recording(Target target, Path work) {
        this.target = target;
        this.work = work;
    }

    /// @param design a file to open
    void record(Path image, Path design) throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve("home"));
        Path archive = target.application(image).resolve(FILE);
        boolean screen = target.isLinux() && Run.has("Xvfb");
        Process server = screen ? new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start() : null;
        try {
            String options = "-XX:AOTCacheOutput=" + archive + " -Duser.home=" + home;
            ProcessBuilder start = new ProcessBuilder(
                    target.launcher(image, Image.NAME).toString(), design.toString());
            Map<String, String> environment = start.environment();
            environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("WAYLAND_DISPLAY"));
            if (screen) {
                environment.put("DISPLAY", ":" + server.inputReader().readLine());
            } else if (target.isLinux()) {
                options += " -Dglass.platform=Headless -Dprism.order=sw";
            }
            environment.put("JAVA_TOOL_OPTIONS", options);
            environment.put("LOCALAPPDATA", home.toString());
            Path said = work.resolve("recording.log");
            Process program = start.redirectErrorStream(true).redirectOutput(said.toFile()).start();
            try {
                await(program, home);
                Thread.sleep(LOOKED_AT_SECONDS * 1000L);
                Run.end(program, target);
            } catch (IOException e) {
                program.destroyForcibly();
                throw new IOException(e.getMessage() + ":\n" + Files.readString(said), e);
            }
            if (!Files.exists(archive)) {
                throw new IOException("no archive was made:\n" + Files.readString(said));
            }
        } finally {
            if (server != null) {
                server.destroy();
            }
        }
    }

    private void await(Process program, Path home) throws IOException, InterruptedException {
        for (int i = 0; i < SHOWN_SECONDS * 10; i++) {
            if (program.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the program ended before it showed its window");
            }
            try (Stream<Path> files = Files.walk(home)) {
                List<Path> logs = files.filter(file -> file.endsWith("layerloom.log")).toList();
                if (!logs.isEmpty() && Files.readString(logs.getFirst()).contains(SHOWN)) {
                    return;
                }
            }
        }
        throw new IOException("the window was not shown within " + SHOWN_SECONDS + " s");
    }
}
