package org.layerloom.ui.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Everything that a file could not keep, for a user who wants to know.
///
/// @param title what it is about
public record Report(String title, List<String> sentences) {
    /// A layer's name, in the quotes of either language.
    private static final Pattern NAME = Pattern.compile("[\u201c\u201e\"]([^\u201c\u201d\u201e\"]*)[\u201c\u201d\"]");

    public Report {
        sentences = List.copyOf(sentences);
    }

    /// Sentences that differ in a layer's name alone are one line.
    ///
    /// @param sentence the first of them
    /// @param others the names in the others
    record Line(String sentence, List<String> others) {}

    /// The sentences in their order, those that say the same of several layers together.
    List<Line> lines() {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (String sentence : sentences) {
            alike.computeIfAbsent(NAME.matcher(sentence).replaceFirst("\u201c\u201d"), any -> new ArrayList<>())
                    .add(sentence);
        }
        return alike.values().stream()
                .map(same -> new Line(
                        same.getFirst(),
                        same.stream().skip(1).map(Report::name).distinct().toList()))
                .toList();
    }

    private static String name(String sentence) {
        return NAME.matcher(sentence)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElse("");
    }
}
