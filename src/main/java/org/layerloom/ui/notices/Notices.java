package org.layerloom.ui.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.words.Words;

/// All that the program is made of with its licences: `parts.tsv` (weights, fonts, icons, artwork of training, native
/// libraries), and `libraries.tsv`, which the build makes from the dependencies.
final class Notices {
    private static final Words WORDS = Words.of(Notices.class);

    private Notices() {}

    static List<Notice> all() {
        return Stream.of("parts.tsv", "libraries.tsv")
                .flatMap(list -> lines(list).orElseThrow(() -> new IllegalStateException("the build left out " + list)))
                .filter(line -> !line.isBlank())
                .map(Notice::parse)
                .toList();
    }

    /// What is known of a part, and the text of each of its licences; where the program has none, where it is.
    static List<String> lines(Notice notice) {
        List<String> lines = new ArrayList<>(List.of(notice.title(), notice.what()));
        if (!notice.link().isBlank()) {
            lines.add(notice.link());
        }
        for (String licence : notice.licences()) {
            lines.addAll(List.of("", licence, ""));
            lines("texts/" + licence + ".txt")
                    .orElseGet(() -> Stream.of(WORDS.text("licences.elsewhere", address(licence))))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String address(String licence) {
        return licence.startsWith("Intel")
                ? "https://www.intel.com/content/www/us/en/developer/articles/license/end-user-license-agreement.html"
                : "https://spdx.org/licenses/" + licence + ".html";
    }

    private static Optional<Stream<String>> lines(String resource) {
        try (InputStream file = Notices.class.getResourceAsStream(resource)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
