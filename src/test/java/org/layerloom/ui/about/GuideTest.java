package org.layerloom.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the guide lead to each other and to pictures that are there, and the program finds the built ones.
final class GuideTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final long MOST_PICTURE_BYTES = 3 << 20;

    @TempDir
    private Path folder;

    @Test
    void every_link_and_picture_leads_to_a_file() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                Path target = page.resolveSibling(link.replaceAll("#.*", "")).normalize();
                if (!Files.exists(target)) {
                    dead.add(page + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void pages_of_the_guide_lead_only_to_what_the_built_guide_has_too() throws IOException {
        List<String> outside = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : page.startsWith(DOCS) ? links(page) : List.<String>of()) {
                Path target = page.resolveSibling(link).normalize();
                // The built guide names headings in another way than Markdown's readers do.
                if (!target.startsWith(DOCS) || !Files.isRegularFile(target) || link.contains("#")) {
                    outside.add(page + ": " + link);
                }
            }
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void every_page_of_the_guide_is_in_the_menu() throws IOException {
        String menu = Files.readString(DOCS.resolve("site.xml"));
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            if (page.startsWith(DOCS.resolve("guide"))) {
                assertThat(menu).contains("guide/" + name.replace(".md", ".html"));
            }
        }
    }

    @Test
    void every_entry_of_the_menu_has_its_page() throws IOException {
        assertThat(Pattern.compile("href=\"([^\"]+)\\.html\"")
                        .matcher(Files.readString(DOCS.resolve("site.xml")))
                        .results()
                        .map(found -> DOCS.resolve(found.group(1) + ".md")))
                .hasSizeGreaterThan(10)
                .allMatch(Files::exists);
    }

    @Test
    void the_pictures_are_small_and_each_is_shot_by_the_script() throws IOException {
        String script = Files.readString(DOCS.resolve("pictures").resolve("shoot.sh"));
        long bytes = 0;
        try (Stream<Path> pictures = Files.list(DOCS.resolve("pictures"))) {
            for (Path picture :
                    pictures.filter(file -> !file.endsWith("shoot.sh")).toList()) {
                bytes += Files.size(picture);
                assertThat(script)
                        .contains("shoot " + picture.getFileName().toString().replace(".webp", " "));
            }
        }
        assertThat(bytes).isPositive().isLessThan(MOST_PICTURE_BYTES);
    }

    @Test
    void the_installed_guide_counts_before_the_built_one_and_none_is_none() throws IOException {
        Path installed = Files.createDirectories(folder.resolve("installed"));
        Path built = Files.createDirectories(folder.resolve("target").resolve("guide"));
        Optional<Path> classes = Optional.of(folder.resolve("target").resolve("classes"));
        assertThat(Guide.find(installed.toString(), classes)).isEmpty();
        Files.writeString(built.resolve("index.html"), "built");
        assertThat(Guide.find(installed.toString(), classes)).contains(built.resolve("index.html"));
        Files.writeString(installed.resolve("index.html"), "installed");
        assertThat(Guide.find(installed.toString(), classes)).contains(installed.resolve("index.html"));
        assertThat(Guide.find(null, Optional.empty())).isEmpty();
    }

    private static List<String> links(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(Path.of("")).filter(file -> !Files.isDirectory(file));
                Stream<Path> docs = Files.walk(DOCS)) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
