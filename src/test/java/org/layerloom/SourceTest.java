package org.layerloom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Holds the source's form: sizes, names, first lines, and what must not stand in it.
final class SourceTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEST = Path.of("src", "test", "java");

    private static final Pattern VAGUE_NAME = Pattern.compile(".*(Manager|Helper|Utils|Impl|Base)");
    private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TODO|FIX" + "ME|XXX)\\b");
    /// Folders of one person's or one machine's disk.
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(^|[\\s\"'(=:])/(home/[a-z]|ro" + "ot/|Users/|wo" + "rk/)");

    private static final Pattern WRITES_A_FILE = Pattern.compile(
            "\\bFiles\\.(write|writeString|newOutputStream|newBufferedWriter)\\(|new File(OutputStream|Writer)\\(");

    private static final List<String> TEXT =
            List.of(".java", ".py", ".md", ".json", ".xml", ".css", ".properties", ".sh", ".toml", ".fxml", "run");

    private record Type(Path file, String name, String lineBefore) {}

    private record Method(Path file, String name, long lines) {}

    @Test
    void files_stay_within_400_lines_and_networks_within_500() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : java(MAIN, TEST)) {
            int lines = Files.readAllLines(file).size();
            if (lines > (isModel(file) ? 500 : 400)) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methods_stay_within_40_lines_and_forward_within_50() throws IOException {
        assertThat(new Parsed(java(MAIN, TEST)).methods)
                .filteredOn(method -> method.lines > (method.name.equals("forward") ? 50 : 40))
                .isEmpty();
    }

    @Test
    void no_type_has_a_name_that_says_nothing() throws IOException {
        assertThat(new Parsed(java(MAIN, TEST)).types)
                .filteredOn(type -> VAGUE_NAME.matcher(type.name).matches())
                .isEmpty();
    }

    @Test
    void every_file_of_the_program_says_first_what_its_type_is_for() throws IOException {
        assertThat(new Parsed(java(MAIN)).topLevel)
                .filteredOn(type -> !type.lineBefore.startsWith("///"))
                .isEmpty();
    }

    @Test
    void nothing_is_left_to_do_and_no_tab_stands_in_the_source() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : java(MAIN, TEST)) {
            String text = Files.readString(file);
            if (LEFT_TO_DO.matcher(text).find() && !file.endsWith("SourceTest.java")) {
                found.add(file + " has something left to do");
            }
            if (text.indexOf('\t') >= 0) {
                found.add(file + " has a tab");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void only_the_package_files_writes_files_so_that_they_are_whole_or_not_there() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : java(MAIN)) {
            boolean may = file.toString().replace('\\', '/').matches(".*/org/layerloom/(files|bench)/.*");
            if (!may && WRITES_A_FILE.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_file_names_a_folder_of_one_machine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            if (MACHINE_PATH.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isModel(Path file) {
        return file.toString().replace('\\', '/').matches(".*/layerloom/(network|pipeline)/.*");
    }

    private static List<Path> java(Path... roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> tree = Files.walk(root)) {
                tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /// The project's own texts; not models, whose tokenizers are large and foreign, nor golden sets.
    private static List<Path> texts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("src", "docs", "assets/samples", "installer", ".ci", "README.md", "pom.xml")) {
            if (Files.exists(Path.of(root))) {
                try (Stream<Path> tree = Files.walk(Path.of(root))) {
                    tree.filter(SourceTest::isText).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static boolean isText(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file)
                && TEXT.stream().anyMatch(name::endsWith)
                && !name.replace('\\', '/').contains("/resources/golden/");
    }

    /// What the compiler's parser finds in a set of files.
    private static final class Parsed extends TreeScanner<Void, CompilationUnitTree> {
        final List<Type> types = new ArrayList<>();
        final List<Type> topLevel = new ArrayList<>();
        final List<Method> methods = new ArrayList<>();
        private final SourcePositions positions;

        Parsed(List<Path> files) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
                positions = Trees.instance(task).getSourcePositions();
                for (CompilationUnitTree unit : task.parse()) {
                    scan(unit, unit);
                    for (Tree type : unit.getTypeDecls()) {
                        topLevel.add(type((ClassTree) type, unit));
                    }
                }
            }
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            types.add(type(type, unit));
            return super.visitClass(type, unit);
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, method)));
            methods.add(new Method(file(unit), method.getName().toString(), last - first + 1));
            return super.visitMethod(method, unit);
        }

        private Type type(ClassTree type, CompilationUnitTree unit) {
            String before = text(unit)
                    .substring(0, (int) positions.getStartPosition(unit, type))
                    .stripTrailing();
            return new Type(
                    file(unit),
                    type.getSimpleName().toString(),
                    before.substring(before.lastIndexOf('\n') + 1).strip());
        }

        private static Path file(CompilationUnitTree unit) {
            return Path.of(unit.getSourceFile().toUri());
        }

        private static String text(CompilationUnitTree unit) {
            try {
                return unit.getSourceFile().getCharContent(true).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
