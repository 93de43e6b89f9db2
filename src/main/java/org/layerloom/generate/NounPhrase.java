package org.layerloom.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A phrase as words, and which of them is the noun that it is about.
///
/// It knows no grammar: the noun is the last word before a word of place or of doing. "A red dragon in a hat" is about
/// the dragon, "a slice of cake" about the cake.
///
/// @param head index of the noun
record NounPhrase(List<Word> words, int head) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    /// What ends the words around a noun.
    private static final Set<String> AFTER = Set.of(
            ("of in inside on at for from by near under over behind between around like to as into onto without is are was"
                            + " has have that which who whose where wearing holding eating drinking carrying riding sitting"
                            + " sleeping standing lying flying running jumping playing dancing swimming smiling laughing"
                            + " looking hanging floating reading made full shaped named called each all everywhere asleep"
                            + " outside overhead and or but then with")
                    .split(" "));
    /// What stands before "of" and is no thing itself.
    private static final Set<String> MEASURES = Set.of(
            ("slice piece bunch bouquet bowl plate pair set group pack pile stack heap kind sort type couple lot lots plenty"
                            + " portion basket box bottle row line picture image flock herd bit")
                    .split(" "));
    /// Where the typing has not come to the noun yet.
    private static final Set<String> UNFINISHED = Set.of("an", "the", "some", "several", "two", "three", "my", "our");
    /// Heads that name no thing that a model could know or not.
    private static final Pattern GENERAL = PromptReader.words(
            "text|title|headline|heading|subtitle|letters|lettering|words?|caption|slogan|quote|name|date|price|shapes?"
                    + "|patterns?|icons?|border|things?|objects?|items?|elements?|decorations?|details|something|style"
                    + "|space|middle|cent(?:er|re)|corners?|bright|dark|light|soft|happy|colou?rful");

    /// @param text in small letters
    /// @param start first char, in the prompt
    record Word(String text, int start, int end) {}

    /// Empty where there is no word in it.
    static Optional<NounPhrase> of(Phrase phrase) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(phrase.text());
        while (matcher.find()) {
            words.add(new Word(
                    matcher.group().toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""),
                    phrase.start() + matcher.start(),
                    phrase.start() + matcher.end()));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new NounPhrase(words, head(words, 0)));
    }

    /// A name's words as they are found in a phrase: "t-shirt" is two.
    static List<String> split(String name) {
        return WORD.matcher(name.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static int head(List<Word> words, int from) {
        int head = from;
        while (head + 1 < words.size() && !AFTER.contains(words.get(head + 1).text)) {
            head++;
        }
        boolean of = head + 2 < words.size() && words.get(head + 1).text.equals("of");
        boolean measure = Plurals.forms(words.get(head).text).stream().anyMatch(MEASURES::contains);
        return of && measure ? head(words, head + 2) : head;
    }

    String noun() {
        return words.get(head).text;
    }

    int start() {
        return words.get(head).start;
    }

    int end() {
        return words.get(head).end;
    }

    /// Whether it is about no thing: a page, a text, a number, a letter.
    boolean isGeneral() {
        return noun().length() < 2
                || AFTER.contains(noun())
                || UNFINISHED.contains(noun())
                || !noun().matches("[\\p{L}'’]+")
                || GENERAL.matcher(noun()).matches()
                || PromptReader.PAGE.matcher(noun()).matches();
    }

    /// Whether a name stands in it, its noun being a part of that, in the singular or the plural.
    boolean isAbout(List<String> name) {
        for (int start = Math.max(0, head - name.size() + 1); start <= head; start++) {
            if (start + name.size() <= words.size() && stands(name, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(List<String> name, int start) {
        for (int i = 0; i < name.size(); i++) {
            if (!Plurals.forms(words.get(start + i).text).contains(name.get(i))) {
                return false;
            }
        }
        return true;
    }
}
