import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes the installer of the system that it runs on, from a built program: `mvn -Pinstaller verify` starts it.
///
/// Arguments: the version, the folder of the built program, and the packages to make (`deb`, `rpm`, `dmg`, `msi`, `exe`,
/// or `app-image` for the folder alone; the system's usual one where none is named).
final class Package {
    private Package() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            make(args[0], Path.of(args[1]).toAbsolutePath(), Arrays.asList(args).subList(2, args.length));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void make(String version, Path built, List<String> types) throws IOException, InterruptedException {
        Target target = Target.here();
        Path assets = built.resolveSibling("assets");
        Path work = built.resolve("installer");
        Run.remove(work);
        Path icons = Files.createDirectories(work.resolve("icons"));
        Icons.draw(assets.resolve("icon/layerloom.svg"), "layerloom", icons);
        Icons.draw(assets.resolve("icon/project.svg"), "project", icons);
        Path input = work.resolve("input");
        Input.lay(target, built, assets, input);
        Image made = new Image(target, version, work);
        Path image = made.make(input, icons);
        Run.remove(input);
        Run.remove(work.resolve("runtime"));
        say("program", image);

        Path design = work.resolve("design");
        Run.command(List.of(
                target.launcher(image, Image.COMMAND_LINE).toString(),
                "generate", assets.resolve("samples/poster.json").toString(),
                "--out", design.toString(), "--formats", "psd,project", "--steps", "2"));
        new Recording(target, work).record(image, design.resolve("design.loom"));
        made.addOption(image, "-XX:AOTCache=$APPDIR/" + Recording.FILE);
        made.dropCommands(image);
        if (target.isMac()) {
            Run.command(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
        say("with the archive of its classes", image);
        for (String type : types.isEmpty() ? target.packages() : types) {
            switch (type) {
                case "app-image" -> {}
                case "deb" -> say("package", new Debian(version, work, icons).make(image));
                default -> say("package", pack(type, made, target, image, icons, work));
            }
        }
    }

    /// Whatever jpackage makes of the folder.
    private static Path pack(String type, Image made, Target target, Path image, Path icons, Path work)
            throws IOException, InterruptedException {
        Path packages = Files.createDirectories(work.resolve("packages"));
        List<String> command = new ArrayList<>(List.of(
                Run.jdk("jpackage"),
                "--type", type,
                "--name", Image.NAME,
                "--app-image", image.toString(),
                "--app-version", made.numbers(),
                "--vendor", Image.NAME,
                "--license-file", work.resolve("../../LICENSE").normalize().toString(),
                "--dest", packages.toString()));
        switch (target.system()) {
            case LINUX -> command.addAll(List.of(
                    "--linux-package-name", "layerloom", "--linux-shortcut", "--linux-menu-group", "Graphics",
                    "--linux-rpm-license-type", "Apache-2.0"));
            case WINDOWS -> command.addAll(List.of(
                    "--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install",
                    "--win-upgrade-uuid", "5a0e0c3e-6f0e-4c39-9b53-6d6f8d1f2a61"));
            case MAC -> {}
        }
        if (!target.isMac()) {
            command.addAll(Associations.write(target, icons, work));
        }
        Run.command(command);
        return packages;
    }

    private static void say(String what, Path tree) throws IOException {
        System.out.println(what + ": " + tree + " (" + Run.megabytes(tree) + ")");
    }
}
