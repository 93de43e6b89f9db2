package org.layerloom.pipeline.layerdiffuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.generate.Binder;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Target;
import org.layerloom.words.Words;

/// What each picture of a run is told: a model that makes one thing at a time must be told of that thing alone.
final class BoxPrompts {
    private static final Words WORDS = Words.of(BoxPrompts.class);
    private static final int FEWEST_LETTERS = 3;

    private final GenerateRequest request;
    private final List<Optional<Phrase>> phrases;

    BoxPrompts(GenerateRequest request) {
        this.request = request;
        phrases = Binder.bind(
                request.prompt(), request.targets().stream().map(Binder.Box::of).toList());
    }

    /// Of a box: its own prompt; else the phrase that the whole prompt has for it among several; else the whole.
    String box(int index) {
        Target target = request.targets().get(index);
        boolean among = request.targets().size() > 1 || request.mode() == Mode.LAYERS;
        return target.prompt()
                .or(() -> among ? phrases.get(index).map(Phrase::text) : Optional.empty())
                .orElseGet(this::whole);
    }

    /// Of a picture of all things together.
    String whole() {
        return request.prompt().isBlank()
                ? String.join(
                        ", ",
                        request.targets().stream()
                                .flatMap(t -> t.prompt().stream())
                                .toList())
                : request.prompt().strip();
    }

    /// Of the background: its own prompt, else what the whole prompt says beside the things in the boxes.
    String background() {
        if (!request.backgroundPrompt().isBlank()) {
            return request.backgroundPrompt().strip();
        }
        StringBuilder rest = new StringBuilder(request.prompt());
        phrases.stream()
                .flatMap(Optional::stream)
                .sorted((a, b) -> b.start() - a.start())
                .forEach(phrase -> rest.replace(phrase.start(), phrase.end(), ","));
        String left = rest.toString()
                .replaceAll("(?i)(^|[,\\s])(and|with|showing|featuring)(?=\\s*,|\\s*$)", "$1")
                .replaceAll("\\s*(,\\s*)+", ", ")
                .replaceAll("^[,\\s]+|[,\\s]+$", "")
                .replaceAll("(?i)^(on|in front of|against|over)\\s+", "");
        return left.chars().filter(Character::isLetter).count() < FEWEST_LETTERS ? whole() : left;
    }

    /// A picture's own words before those of the whole, as attention sharing was trained.
    private static String joined(String own, String whole) {
        return Stream.of(own, whole)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /// Name of the layer of a box.
    String name(int index) {
        Target target = request.targets().get(index);
        return target.prompt()
                .or(() -> phrases.get(index).map(Phrase::title))
                .orElseGet(() -> WORDS.text("layer", target.layer().value()));
    }

    /// Of one of several pictures that are made together: its own words before those of the whole.
    String foregroundAmong() {
        return joined(request.targets().getFirst().prompt().orElse(""), request.prompt());
    }

    /// Likewise.
    String backgroundAmong() {
        String own = request.backgroundPrompt().isBlank() && request.prompt().isBlank() ? whole() : request.prompt();
        return joined(request.backgroundPrompt(), own);
    }

    /// Of what is behind a given foreground.
    String behind() {
        return request.backgroundPrompt().isBlank()
                ? whole()
                : request.backgroundPrompt().strip();
    }

    /// All prompts that a run of this request may ask for.
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(whole(), background(), behind(), backgroundAmong()));
        for (int i = 0; i < request.targets().size(); i++) {
            all.add(box(i));
        }
        if (request.mode() == Mode.JOINT) {
            all.add(foregroundAmong());
        }
        return all.stream().distinct().toList();
    }
}
