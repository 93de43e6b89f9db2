package org.layerloom.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the program carries is named with its licence.
final class NoticesTest {
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");
    /// Libraries of tests or of compilation alone, by a beginning of their names, and what these bring.
    private static final Set<String> OF_TESTS = Set.of(
            "junit",
            "opentest4j",
            "apiguardian",
            "assertj",
            "byte-buddy",
            "testfx",
            "archunit",
            "hamcrest",
            "jspecify",
            "javafx-swing",
            "javafx-fxml",
            "imageio-psd",
            "pdfbox",
            "fontbox",
            "commons-logging",
            "surefire",
            "org.osgi");
    /// Licences whose text is not in the program: of artwork that is not in it either, of a choice that was not
    /// taken, and of a library inside another one.
    private static final Set<String> BY_ADDRESS =
            Set.of("CC-BY-4.0", "LGPL-2.1-or-later", "Intel-Simplified-Software-License");

    private final List<Notice> notices = Notices.all();

    @Test
    void every_library_on_the_class_path_is_listed() {
        Set<String> names = notices.stream().map(Notice::name).collect(Collectors.toSet());
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> JAR.matcher(path.replace('\\', '/')))
                .filter(Matcher::matches)
                .map(jar -> jar.group(2))
                .filter(jar -> OF_TESTS.stream().noneMatch(jar::startsWith))
                .distinct()
                .toList();
        assertThat(jars)
                .hasSizeGreaterThan(25)
                .allSatisfy(jar -> assertThat(names).as(jar).anyMatch(name -> name.endsWith(":" + jar)));
    }

    @Test
    void every_dependency_of_the_program_is_listed() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher dependencies =
                Pattern.compile("(?s)<dependency>(.*?)</dependency>").matcher(pom.substring(0, pom.indexOf("<build>")));
        List<String> missing = dependencies
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.contains("<scope>test</scope>"))
                .map(text ->
                        text.replaceAll("(?s).*<groupId>(.*?)</groupId>.*<artifactId>(.*?)</artifactId>.*", "$1:$2"))
                .filter(name ->
                        notices.stream().noneMatch(notice -> notice.name().equals(name)))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_licence_has_its_text_or_an_address() {
        for (Notice notice : notices) {
            assertThat(notice.licences()).as(notice.name()).isNotEmpty().allSatisfy(licence -> {
                boolean here = Notices.class.getResource("texts/" + licence + ".txt") != null;
                assertThat(here).as(licence).isNotEqualTo(BY_ADDRESS.contains(licence));
            });
            assertThat(Notices.lines(notice)).as(notice.name()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void weights_fonts_icons_and_artwork_are_listed() {
        assertThat(notices)
                .extracting(Notice::name)
                .contains("layerloom-2", "all-MiniLM-L6-v2", "Inter", "Material Design Icons", "Noto Emoji", "Twemoji");
    }

    @Test
    void a_notice_is_found_by_name_licence_and_purpose_in_any_case() {
        assertThat(notices.stream().filter(notice -> notice.has("OFL")).map(Notice::name))
                .contains("Inter")
                .doesNotContain("Layerloom");
        assertThat(notices.stream().filter(notice -> notice.has("icons of the window")))
                .hasSize(1);
        assertThat(notices.stream().filter(notice -> notice.has(" jackson-CORE ")))
                .hasSize(1);
    }
}
