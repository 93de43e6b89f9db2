package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Starts [SavingProgram] in half the time that it takes elsewhere: from one JAR, with an archive of its loaded
/// classes.
final class KillableProgram {
    private static final List<String> PACKAGES =
            List.of("codec", "composite", "document", "files", "ui/files", "words");
    /// Takes the program's classes out of the path, which folders would keep from being archived.
    private final String classPath;

    private final Path archive;

    /// @param folder for the JAR and the archive
    KillableProgram(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("program.jar");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> roots = Arrays.stream(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        pack(roots, jar);
        List<String> parts = new ArrayList<>(List.of(jar.toString()));
        Arrays.stream(path.split(File.pathSeparator))
                .filter(part -> part.contains("jackson"))
                .forEach(parts::add);
        classPath = String.join(File.pathSeparator, parts);
        archive = folder.resolve("classes.jsa");
        Process whole = start(folder.resolve("whole"), "-XX:ArchiveClassesAtExit=" + archive, 6);
        assertThat(whole.waitFor(600, TimeUnit.SECONDS)).isTrue();
        assertThat(whole.exitValue()).isZero();
    }

    private static void pack(List<Path> roots, Path jar) throws IOException {
        Set<String> names = new HashSet<>();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            packed.setLevel(0);
            for (Path root : roots) {
                for (String name : PACKAGES) {
                    Path from = root.resolve("org/layerloom").resolve(name);
                    if (Files.isDirectory(from)) {
                        pack(root, from, names, packed);
                    }
                }
            }
        }
    }

    private static void pack(Path root, Path from, Set<String> names, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (names.add(name)) {
                    jar.putNextEntry(new ZipEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
    }

    /// Starts a program that goes on until it is killed.
    Process start(Path folder) throws IOException {
        return start(folder, "-XX:SharedArchiveFile=" + archive, 0);
    }

    private Process start(Path folder, String archiving, int changes) throws IOException {
        Files.createDirectories(slot(folder));
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        archiving,
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        classPath,
                        SavingProgram.class.getName(),
                        file(folder).toString(),
                        slot(folder).toString(),
                        Integer.toString(changes))
                .redirectError(folder.resolve("child.log").toFile())
                .start();
    }

    static Path file(Path folder) {
        return folder.resolve("design.loom");
    }

    static Path slot(Path folder) {
        return folder.resolve("slot");
    }
}
