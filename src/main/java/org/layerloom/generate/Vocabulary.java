package org.layerloom.generate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a model was taught: words of a prompt that are not in it may give anything.
///
/// @param things by their usual names; they are what is offered in place of an unknown one
/// @param synonyms other names of a thing
public record Vocabulary(
        List<String> things,
        Map<String, List<String>> synonyms,
        List<String> styles,
        List<String> shapes,
        List<String> colours,
        List<String> backgrounds) {
    private static final int MOST_NEAR = 3;

    public Vocabulary {
        things = List.copyOf(things);
        synonyms = Map.copyOf(synonyms);
        styles = List.copyOf(styles);
        shapes = List.copyOf(shapes);
        colours = List.copyOf(colours);
        backgrounds = List.copyOf(backgrounds);
    }

    /// The nouns of a prompt that the model was not taught, each once, in the prompt's order. The prompt's phrases
    /// ([PromptReader]) are looked at, without those in quotation marks.
    public List<UnknownNoun> unknown(String prompt) {
        List<List<String>> names = names().map(NounPhrase::split).toList();
        Set<String> seen = new LinkedHashSet<>();
        return PromptReader.phrases(prompt).stream()
                .filter(phrase -> !phrase.isLettering())
                .flatMap(phrase -> NounPhrase.of(phrase).stream())
                .filter(phrase -> !phrase.isGeneral() && names.stream().noneMatch(phrase::isAbout))
                .map(phrase -> new UnknownNoun(phrase.noun(), phrase.start(), phrase.end(), near(phrase)))
                .filter(noun -> seen.add(noun.text()))
                .toList();
    }

    private Stream<String> names() {
        Stream<String> others = synonyms.values().stream().flatMap(List::stream);
        return Stream.of(
                        things.stream(),
                        others,
                        shapes.stream(),
                        colours.stream(),
                        styles.stream(),
                        backgrounds.stream())
                .flatMap(names -> names);
    }

    private Stream<String> namesOf(String thing) {
        return Stream.concat(Stream.of(thing), synonyms.getOrDefault(thing, List.of()).stream());
    }

    /// Misspelt names first, then those with a word in common, then things of the same kind.
    private List<String> near(NounPhrase phrase) {
        Stream<String> misspelt = things.stream()
                .filter(thing -> namesOf(thing).anyMatch(name -> Nearness.isMisspelt(phrase.noun(), name)));
        Stream<String> alike = things.stream()
                .filter(thing -> namesOf(thing).anyMatch(name -> Nearness.sharesWord(phrase.noun(), name)));
        Stream<String> ofKind = Kinds.ALL.like(phrase.noun()).stream()
                .flatMap(other -> things.stream().filter(thing -> namesOf(thing).anyMatch(name -> name.equals(other))));
        return Stream.of(misspelt, alike, ofKind)
                .flatMap(found -> found)
                .distinct()
                .limit(MOST_NEAR)
                .toList();
    }
}
