package org.layerloom.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What answers a query: actions, layers and settings, the best of each first, those used last before others.
public final class Results {
    /// More of one kind are not looked through: who searches types on.
    static final int MOST = 8;

    private static final int RECENT = 40;
    /// What can not be done now is found, but below what can.
    private static final int DISABLED = 3000;

    private Results() {}

    /// @param query blank = the actions used last, and then all of them
    /// @param recent names of actions, the last one first
    public static List<Finding> of(String query, List<Finding> all, List<String> recent) {
        List<Finding> results = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            boolean asked = !query.isBlank() || kind == Finding.Kind.ACTION;
            if (asked) {
                best(query, all.stream().filter(f -> f.kind() == kind), recent)
                        .limit(query.isBlank() ? Long.MAX_VALUE : MOST)
                        .forEach(results::add);
            }
        }
        return results;
    }

    private static Stream<Finding> best(String query, Stream<Finding> findings, List<String> recent) {
        /// A finding with how well it answers.
        record Scored(Finding finding, int score) {}
        return findings.map(finding -> new Scored(finding, score(query, finding, recent)))
                .filter(scored -> scored.score() != Integer.MIN_VALUE)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::finding);
    }

    private static int score(String query, Finding finding, List<String> recent) {
        int label = Ranking.score(query, finding.label());
        // The name of the menu helps to find an action, but less than its own.
        int place = query.isBlank() ? Ranking.NONE : Ranking.score(query, finding.place() + " " + finding.label()) / 4;
        int score = Math.max(label, place);
        if (score == Ranking.NONE) {
            return Integer.MIN_VALUE;
        }
        int used = finding.kind() == Finding.Kind.ACTION ? recent.indexOf(finding.name()) : -1;
        int boost = used < 0 ? 0 : query.isBlank() ? 1000 - used : Math.max(1, RECENT - used);
        return score + boost - (finding.enabled() ? 0 : DISABLED);
    }
}
