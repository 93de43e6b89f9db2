package org.layerloom.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A libtorch that could be loaded, as far as its files tell.
///
/// @param folder in which its libraries lie; empty for the one that the program brings along
/// @param detail what the state is about: a file, a version, or what the system said; may be blank
public record Libtorch(Optional<Path> folder, State state, String detail) {
    /// The only version that the program can use: another one's functions differ.
    public static final String VERSION = "2.7.1";

    /// The program's own, for the processor.
    public static final Libtorch BUNDLED = new Libtorch(Optional.empty(), State.BUNDLED, VERSION);

    private static final Pattern NUMBERS = Pattern.compile("(\\d+\\.\\d+\\.\\d+)[^\\s'\"]*");
    private static final Pattern OTHER_CUDA = Pattern.compile("\\+cu(?!12)");
    private static final int MAX_VERSION_BYTES = 4096;
    private static final int MAGIC_BYTES = 4;
    private static final List<String> FOR_ALL = List.of("c10", "torch_cpu", "torch");
    private static final List<String> FOR_CUDA = List.of("c10_cuda", "torch_cuda");

    /// What is known of it.
    public enum State {
        /// Brought along by the program.
        BUNDLED,
        /// The folder is not there.
        MISSING,
        /// The file `detail` is missing or no library.
        BROKEN,
        CPU_ONLY,
        /// For CUDA, but no file says of which version.
        NO_VERSION,
        /// For CUDA, but of another version or for another CUDA than 12, as `detail` says: `2.7.1+cu118`.
        OTHER_VERSION,
        /// For CUDA 12 and of the right version.
        CUDA,
        /// A start of the program ended while it was loaded.
        LAST_START,
        /// The system does not load it, as `detail` says.
        UNLOADABLE,
        /// It was loaded and finds no graphics card.
        BLIND
    }

    /// The same with something else known of it.
    public Libtorch as(State other, String why) {
        return new Libtorch(folder, other, why);
    }

    /// What a folder's files tell; nothing is loaded.
    ///
    /// @param folder with the libraries in it, or in its folder `lib`
    public static Libtorch in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Libtorch(Optional.of(folder), State.MISSING, "");
        }
        Path lib = folder.resolve("lib");
        boolean below = !Files.exists(folder.resolve(file("torch"))) && Files.isDirectory(lib);
        Path libraries = below ? lib : folder;
        Libtorch found = new Libtorch(Optional.of(libraries), State.CUDA, "");
        for (String name : FOR_ALL) {
            if (!isLibrary(libraries.resolve(file(name)))) {
                return found.as(State.BROKEN, file(name));
            }
        }
        Optional<String> version = version(libraries);
        if (FOR_CUDA.stream().noneMatch(name -> Files.exists(libraries.resolve(file(name))))) {
            return found.as(State.CPU_ONLY, version.orElse(""));
        }
        for (String name : FOR_CUDA) {
            if (!isLibrary(libraries.resolve(file(name)))) {
                return found.as(State.BROKEN, file(name));
            }
        }
        return version.map(v -> found.as(isUsable(v) ? State.CUDA : State.OTHER_VERSION, v))
                .orElseGet(() -> found.as(State.NO_VERSION, ""));
    }

    /// The bridge between Java and libtorch is there for one version, and for CUDA 12 alone.
    private static boolean isUsable(String version) {
        return numbers(version).equals(VERSION) && !OTHER_CUDA.matcher(version).find();
    }

    private static String file(String library) {
        return System.mapLibraryName(library);
    }

    /// Whether a file begins as libraries do: ELF, Mach-O or Windows' own.
    private static boolean isLibrary(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(MAGIC_BYTES);
            return magic.length == MAGIC_BYTES
                    && (magic[0] == 0x7f && magic[1] == 'E' && magic[2] == 'L' && magic[3] == 'F'
                            || magic[0] == 'M' && magic[1] == 'Z'
                            || (magic[0] & 0xff) == 0xcf && (magic[1] & 0xff) == 0xfa
                            || (magic[0] & 0xff) == 0xca && (magic[1] & 0xff) == 0xfe);
        } catch (IOException e) {
            return false;
        }
    }

    /// The version with what it is built for, `2.7.1+cu128`, from the file that libtorch's archive or Python's package
    /// has beside its folder of libraries.
    private static Optional<String> version(Path libraries) {
        Path around = libraries.toAbsolutePath().normalize().getParent();
        for (Path place : around == null ? List.of(libraries) : List.of(libraries, around)) {
            for (String name : List.of("build-version", "version.txt", "version.py")) {
                Optional<String> version = read(place.resolve(name));
                if (version.isPresent()) {
                    return version;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            Matcher matcher = NUMBERS.matcher(new String(in.readNBytes(MAX_VERSION_BYTES)));
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String numbers(String version) {
        Matcher matcher = NUMBERS.matcher(version);
        return matcher.find() ? matcher.group(1) : "";
    }
}
