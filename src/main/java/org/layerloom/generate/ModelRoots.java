package org.layerloom.generate;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the folders that models lie in: the program's own, or those that `LAYERLOOM_MODELS` names in its place,
/// and then the user's.
public final class ModelRoots {
    /// Environment variable: folders to look in, separated as in PATH.
    public static final String VARIABLE = "LAYERLOOM_MODELS";

    /// System property that the installed program's launcher sets.
    static final String PROPERTY = "layerloom.models";

    private ModelRoots() {}

    /// The roots on this machine, the hub's cache last; the user's may not exist.
    public static List<Path> find() {
        List<Path> roots = find(
                System.getenv(VARIABLE),
                System.getProperty(PROPERTY),
                Stream.concat(besideProgram().stream(), Stream.of(Path.of("")))
                        .map(home -> home.resolve("assets").resolve("models"))
                        .toList(),
                UserFolder.find().resolve("models"));
        List<Path> hub = HubCache.find(System.getenv(), Path.of(System.getProperty("user.home")));
        return Stream.concat(roots.stream(), hub.stream()).toList();
    }

    /// @param variable value of `LAYERLOOM_MODELS`, or null
    /// @param property the installed program's own folder, or null
    /// @param usual where a built program's folder may be; the first that exists counts
    static List<Path> find(String variable, String property, List<Path> usual, Path user) {
        List<Path> roots = new ArrayList<>();
        if (variable != null && !variable.isBlank()) {
            Arrays.stream(variable.split(File.pathSeparator))
                    .filter(name -> !name.isBlank())
                    .map(Path::of)
                    .forEach(roots::add);
        } else {
            Stream<Path> installed = Optional.ofNullable(property).map(Path::of).stream();
            List<Path> places = Stream.concat(installed, usual.stream()).toList();
            roots.add(places.stream().filter(Files::isDirectory).findFirst().orElse(places.getLast()));
        }
        roots.add(user);
        return roots;
    }

    /// The project's folder, from the place of the classes: `target/layerloom.jar` or `target/classes`.
    private static Optional<Path> besideProgram() {
        try {
            Path code = Path.of(ModelRoots.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(code.getParent()).map(Path::getParent);
        } catch (URISyntaxException | RuntimeException e) {
            return Optional.empty(); // a class loader that does not say where its classes come from
        }
    }
}
