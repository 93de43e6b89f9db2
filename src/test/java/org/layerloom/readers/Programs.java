package org.layerloom.readers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The programs that files are compared with, as src/test/readers/install.sh puts them in place;
/// `-Dreaders.home=FOLDER`
/// names another place of the Python environment and the Node modules.
final class Programs {
    static final Path SCRIPTS = Path.of("src", "test", "readers").toAbsolutePath();

    private static final Path HOME =
            Path.of(System.getProperty("readers.home", ".readers")).toAbsolutePath();
    private static final int MAX_MINUTES = 10;

    private final Path scratch;

    /// @param scratch a folder for what the programs keep and print
    Programs(Path scratch) throws IOException {
        this.scratch = Files.createDirectories(scratch.toAbsolutePath());
    }

    void python(String script, Path out, List<Path> files) throws IOException {
        run(script, Map.of(), command(List.of(HOME + "/venv/bin/python", SCRIPTS + "/" + script), out, files));
    }

    void node(String script, Path out, List<Path> files) throws IOException {
        Map<String, String> modules = Map.of("NODE_PATH", HOME + "/node_modules");
        run(script, modules, command(List.of("node", SCRIPTS + "/" + script), out, files));
    }

    private static List<String> command(List<String> start, Path out, List<Path> files) {
        List<String> command = new ArrayList<>(start);
        command.add(out.toString());
        files.forEach(file -> command.add(file.toString()));
        return command;
    }

    /// The flattened picture of each file, by ImageMagick.
    void imageMagick(Path out, List<Path> files) throws IOException {
        for (Path file : files) {
            String picture = "rgba:" + out.resolve(file.getFileName() + ".ImageMagick.merged.rgba");
            run("convert", Map.of(), List.of("convert", file + "[0]", "-depth", "8", picture));
        }
    }

    /// Runs a script of GIMP's and then calls.
    void gimp(String script, List<String> calls) throws IOException {
        String all = "(begin (load \"%s\") %s)".formatted(SCRIPTS.resolve(script), String.join(" ", calls));
        run(script, Map.of(), List.of("gimp-console", "-n", "-i", "-d", "-f", "-s", "-b", all, "-b", "(gimp-quit 0)"));
    }

    /// Runs a script inside Krita.
    ///
    /// @param lines what the script is to do
    void krita(String script, List<String> lines) throws IOException {
        Path orders = Files.write(scratch.resolve("krita.txt"), lines);
        Map<String, String> places = Map.of(
                "PYTHONPATH", SCRIPTS.toString(), "PYTHONDONTWRITEBYTECODE", "1", "READERS_FILES", orders.toString());
        run(script, places, List.of("xvfb-run", "-a", "kritarunner", "-s", script.replace(".py", ""), "-f", "main"));
    }

    private void run(String name, Map<String, String> variables, List<String> command) throws IOException {
        File log = scratch.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(variables);
        builder.environment().put("HOME", scratch.toString());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException(command.getFirst() + " is missing: src/test/readers/install.sh installs it", e);
        }
        try {
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(name + " does not end; it said: " + Files.readString(log.toPath()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(name + " failed: " + Files.readString(log.toPath()));
        }
    }
}
