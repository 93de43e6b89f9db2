package org.layerloom.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the languages against each other.
final class WordsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    /// A whole key, not the beginning of one; words that were given to a class are called `words`.
    private static final Pattern NAMED = Pattern.compile("\\bWORDS\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d[^}]*}");

    @TestFactory
    Stream<DynamicTest> every_text_is_there_in_german_with_the_same_placeholders() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    Properties english = read(file);
                    Properties german = read(file.resolveSibling("words_de.properties"));
                    assertThat(german.keySet()).isEqualTo(english.keySet());
                    english.stringPropertyNames()
                            .forEach(key -> assertThat(placeholders(german.getProperty(key)))
                                    .as(key)
                                    .isEqualTo(placeholders(english.getProperty(key))));
                }));
    }

    @Test
    void every_text_that_the_code_names_is_in_the_bundle_of_its_package() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            Path bundle = RESOURCES.resolve(SOURCES.relativize(source)).resolveSibling("words.properties");
            Properties texts = Files.exists(bundle) ? read(bundle) : new Properties();
            NAMED.matcher(Files.readString(source))
                    .results()
                    .map(named -> named.group(1))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> missing.add(source + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> tree = Files.walk(SOURCES)) {
            return tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> tree = Files.walk(RESOURCES)) {
            return tree.filter(file -> file.endsWith("words.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(r -> r.group()).sorted().toList();
    }
}
