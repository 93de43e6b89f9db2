package org.layerloom.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which things are of a kind, by a list that comes with the program.
///
/// @param kinds the names of a kind's things; what is alike stands side by side
record Kinds(List<List<String>> kinds) {
    static final Kinds ALL = read();

    private static Kinds read() {
        try (InputStream in = Kinds.class.getResourceAsStream("kinds.txt")) {
            return new Kinds(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(", ")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Things of a noun's kinds, the likest of each kind first.
    List<String> like(String noun) {
        Set<String> forms = Plurals.forms(noun);
        return kinds.stream().flatMap(kind -> around(kind, forms)).distinct().toList();
    }

    private static Stream<String> around(List<String> kind, Set<String> forms) {
        return IntStream.range(0, kind.size()).filter(i -> forms.contains(kind.get(i))).boxed().findFirst().stream()
                .flatMap(at -> IntStream.range(0, kind.size())
                        .filter(i -> i != at)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> Math.abs(i - at)))
                        .map(kind::get));
    }
}
