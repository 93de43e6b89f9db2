import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The system that the installer is made for: the one it is made on.
///
/// @param system what the jars' folders of native libraries are named after
record Target(System system, boolean arm) {
    enum System {
        LINUX,
        MAC,
        WINDOWS
    }

    static Target here() {
        String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        System system = name.startsWith("windows") ? System.WINDOWS : name.startsWith("mac") ? System.MAC : System.LINUX;
        return new Target(system, java.lang.System.getProperty("os.arch").equals("aarch64"));
    }

    boolean isLinux() {
        return system == System.LINUX;
    }

    boolean isMac() {
        return system == System.MAC;
    }

    boolean isWindows() {
        return system == System.WINDOWS;
    }

    /// What jpackage makes here beside the program's folder.
    List<String> packages() {
        return switch (system) {
            case LINUX -> List.of("deb");
            case MAC -> List.of("dmg");
            case WINDOWS -> List.of("msi");
        };
    }

    /// Where each library keeps this system's native files in its jar: start of the jar's name, then the folder.
    Map<String, String> nativeFolders() {
        String djl = switch (system) {
            case LINUX -> arm ? "linux-aarch64" : "linux-x86_64";
            case MAC -> "osx-aarch64";
            case WINDOWS -> "win-x86_64";
        };
        String jna = switch (system) {
            case LINUX -> arm ? "linux-aarch64" : "linux-x86-64";
            case MAC -> "darwin-aarch64";
            case WINDOWS -> "win32-x86-64";
        };
        String webp = switch (system) {
            case LINUX -> arm ? "Linux/aarch64" : "Linux/x86_64";
            case MAC -> "Mac/aarch64";
            case WINDOWS -> "Windows/x86_64";
        };
        return new TreeMap<>(Map.of(
                "javafx-", "",
                "jna-", "com/sun/jna/" + jna + "/",
                "pytorch-jni-", "jnilib/" + djl + "/cpu/",
                "pytorch-native-", "pytorch/cpu/" + djl + "/",
                "tokenizers-", "native/lib/" + djl + "/cpu/",
                "webp-imageio-", "native/" + webp + "/"));
    }

    /// The bridge to a CUDA libtorch that the user may choose later; it stays in its jar.
    String cudaBridge() {
        return "jnilib/" + (isWindows() ? "win-x86_64" : "linux-x86_64") + "/cu128/";
    }

    /// The file of a native library.
    String library(String name) {
        return java.lang.System.mapLibraryName(name);
    }

    String iconEnding() {
        return isWindows() ? ".ico" : isMac() ? ".icns" : ".png";
    }

    /// Jars and models in a program folder made by jpackage.
    Path application(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib").resolve("app");
            case MAC -> image.resolve("Contents").resolve("app");
            case WINDOWS -> image.resolve("app");
        };
    }

    Path runtime(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib").resolve("runtime");
            case MAC -> image.resolve("Contents").resolve("runtime").resolve("Contents").resolve("Home");
            case WINDOWS -> image.resolve("runtime");
        };
    }

    Path launcher(Path image, String name) {
        return switch (system) {
            case LINUX -> image.resolve("bin").resolve(name);
            case MAC -> image.resolve("Contents").resolve("MacOS").resolve(name);
            case WINDOWS -> image.resolve(name + ".exe");
        };
    }
}
