import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The kinds of files that the program is offered for, in the form that jpackage wants.
final class Associations {
    private record Kind(String ending, String type, String description, boolean own) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("loom", "application/x-layerloom", "Layerloom project", true),
            new Kind("psd", "image/vnd.adobe.photoshop", "Photoshop document", false),
            new Kind("ora", "image/openraster", "OpenRaster picture", false));

    private Associations() {}

    /// @return the arguments for jpackage
    static List<String> write(Target target, Path icons, Path work) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Kind kind : KINDS) {
            String text = "extension=" + kind.ending + "\nmime-type=" + kind.type + "\ndescription=" + kind.description + "\n";
            if (kind.own) {
                Path icon = icons.resolve("project" + target.iconEnding());
                text += "icon=" + icon.toString().replace('\\', '/') + "\n";
            }
            Path file = Files.writeString(work.resolve(kind.ending + ".properties"), text);
            arguments.addAll(List.of("--file-associations", file.toString()));
        }
        return arguments;
    }
}
