import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// What goes into a program folder beside the runtime: jars without anybody's native libraries, this system's native
/// libraries as files, models and samples.
final class Input {
    private static final int EMPTY_JAR_BYTES = 1000;

    private final Target target;
    private final Path folder;

    private Input(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// @param built folder of a built program: `layerloom.jar`, `lib` and `guide`
    static void lay(Target target, Path built, Path assets, Path folder) throws IOException, InterruptedException {
        Input input = new Input(target, folder);
        Files.createDirectories(folder);
        Files.copy(built.resolve("layerloom.jar"), folder.resolve("layerloom.jar"));
        try (Stream<Path> jars = Files.list(built.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                input.add(jar);
            }
        }
        input.strip();
        Run.copy(built.resolve("guide"), folder.resolve("guide"));
        Run.copy(assets.resolve("models"), folder.resolve("models"));
        Run.copy(assets.resolve("samples"), folder.resolve("samples"));
    }

    private void add(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        if (Files.size(jar) < EMPTY_JAR_BYTES) {
            return; // JavaFX's jars for no system in particular
        }
        Optional<Map.Entry<String, String>> found = target.nativeFolders().entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .findFirst();
        if (found.isEmpty()) {
            Files.copy(jar, folder.resolve(name));
            return;
        }
        Path natives = folder.resolve(name.startsWith("pytorch-") ? "libtorch" : "natives");
        Files.createDirectories(natives);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
            for (ZipEntry entry : entries) {
                if (isNative(entry) && isIn(entry, found.get().getValue())) {
                    extract(zip, entry, natives);
                }
            }
            List<? extends ZipEntry> kept = entries.stream().filter(this::stays).toList();
            if (kept.stream().anyMatch(entry -> !entry.getName().startsWith("META-INF/"))) {
                write(zip, kept, folder.resolve(name));
            }
        }
    }

    private boolean stays(ZipEntry entry) {
        return !isNative(entry) || !target.isMac() && entry.getName().startsWith(target.cudaBridge());
    }

    private static boolean isNative(ZipEntry entry) {
        return entry.getName().matches(".*\\.(so(\\.[0-9.]+)?|dll|dylib|jnilib|a)");
    }

    private static boolean isIn(ZipEntry entry, String folder) {
        String name = entry.getName();
        return name.startsWith(folder) && name.indexOf('/', folder.length()) < 0;
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Path file = folder.resolve(name);
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        file.toFile().setExecutable(true, false);
    }

    private static void write(ZipFile zip, List<? extends ZipEntry> entries, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                try (InputStream in = zip.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    /// Removes what linkers and debuggers only read: a fifth of libtorch.
    private void strip() throws IOException, InterruptedException {
        if (!target.isLinux() || !Run.has("strip")) {
            return;
        }
        for (String part : List.of("libtorch", "natives")) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                for (Path file : files.toList()) {
                    Run.command(List.of("strip", "--strip-unneeded", file.toString()));
                }
            }
        }
    }
}
