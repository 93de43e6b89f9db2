import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Makes a Debian package of the program's folder with dpkg-deb (docs/decisions/0035): every file in its place in the
/// package, no scripts that run at installation. Packed with zstd, which Debian 12 and Ubuntu 22.04 unpack: xz takes far
/// longer.
final class Debian {
    /// What the native libraries of the JDK, JavaFX and libtorch are linked with, or load.
    private static final List<String> DEPENDS = List.of(
            "libc6 (>= 2.28)",
            "libstdc++6",
            "libgcc-s1",
            "zlib1g",
            "libx11-6",
            "libxext6",
            "libxi6",
            "libxrender1",
            "libxtst6",
            "libxxf86vm1",
            "libgl1",
            "libgtk-3-0 | libgtk-3-0t64",
            "libpangoft2-1.0-0",
            "libfreetype6",
            "libfontconfig1");

    private final String version;
    private final Path work;
    private final Path icons;

    Debian(String version, Path work, Path icons) {
        this.version = version;
        this.work = work;
        this.icons = icons;
    }

    /// @return the package
    Path make(Path image) throws IOException, InterruptedException {
        Path root = work.resolve("debian");
        Path own = Path.of("installer", "linux");
        Run.copy(image, folder(root, "opt").resolve("layerloom"));
        Files.createSymbolicLink(
                folder(root, "usr/bin").resolve("layerloom"), Path.of("../../opt/layerloom/bin", Image.COMMAND_LINE));
        Files.copy(own.resolve("layerloom.desktop"), folder(root, "usr/share/applications").resolve("layerloom.desktop"));
        Files.copy(own.resolve("layerloom.xml"), folder(root, "usr/share/mime/packages").resolve("layerloom.xml"));
        for (int size : Icons.SIZES) {
            String place = "usr/share/icons/hicolor/" + size + "x" + size;
            icon(root, place + "/apps/layerloom.png", icons.resolve("layerloom-" + size + ".png"));
            icon(root, place + "/mimetypes/application-x-layerloom.png", icons.resolve("project-" + size + ".png"));
        }
        Path drawings = Path.of("assets", "icon");
        icon(root, "usr/share/icons/hicolor/scalable/apps/layerloom.svg", drawings.resolve("layerloom.svg"));
        icon(root, "usr/share/icons/hicolor/scalable/mimetypes/application-x-layerloom.svg", drawings.resolve("project.svg"));
        documents(root);
        Files.writeString(folder(root, "DEBIAN").resolve("control"), control(root));
        openToAll(root);
        String file = "layerloom_" + debianVersion() + "_" + architecture() + ".deb";
        Path made = Files.createDirectories(work.resolve("packages")).resolve(file);
        Run.command(List.of(
                "dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", root.toString(), made.toString()));
        Run.remove(root);
        return made;
    }

    private void documents(Path root) throws IOException {
        Path folder = folder(root, "usr/share/doc/layerloom");
        String about = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
                + "Upstream-Name: Layerloom\n\nFiles: *\nCopyright: 2026 The Layerloom authors\nLicense: Apache-2.0\n"
                + " On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n";
        Files.writeString(folder.resolve("copyright"), about);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("changelog.gz")))) {
            out.write(Files.readAllBytes(Path.of("CHANGELOG.md")));
        }
    }

    private String control(Path root) throws IOException {
        return "Package: layerloom\n"
                + "Version: " + debianVersion() + "\n"
                + "Architecture: " + architecture() + "\n"
                + "Section: graphics\nPriority: optional\n"
                + "Maintainer: The Layerloom authors <layerloom@example.invalid>\n"
                + "Installed-Size: " + Run.bytes(root) / 1024 + "\n"
                + "Depends: " + String.join(", ", DEPENDS) + "\n"
                + "Description: layered design editor with a generator of layers\n"
                + " Draw boxes, type one prompt, and every box becomes a layer with real\n"
                + " transparency. A layered editor for what comes of it, which reads and writes\n"
                + " PSD and OpenRaster. Everything runs on this machine, without a network.\n";
    }

    /// A version that is not released yet comes before the one that will be.
    private String debianVersion() {
        return version.replace("-SNAPSHOT", "~snapshot");
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private static Path folder(Path root, String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private static void icon(Path root, String name, Path from) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(from, file);
    }

    /// Whatever the builder's umask, everybody may read what is installed.
    private static void openToAll(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean runs = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
