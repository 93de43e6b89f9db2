package org.layerloom.generate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.layerloom.generate.Binder;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Place;
import org.layerloom.generate.PromptReader;

/// A phrase as a planner sees it: what it is of, how large, where, and in what order its things stand.
///
/// @param place that the prompt names
record Wanted(Phrase phrase, Kind kind, Size size, Optional<Place> place, Row row) {
    private static final Pattern ROW = PromptReader.words("(?:row|line|string|garland) of");
    private static final Pattern COLUMN = PromptReader.words("(?:column|stack|tower) of");
    /// What ends the words on one thing and begins those on the next.
    private static final Pattern NEXT = Pattern.compile(
            "[,;:.\\n]|\\b(?:and|with|then|plus|next to|beside|above|below|beneath|showing|featuring|surrounded by)\\b",
            Pattern.CASE_INSENSITIVE);

    enum Kind {
        FRAME,
        LETTERING,
        THING
    }

    enum Size {
        SMALL,
        NORMAL,
        LARGE
    }

    /// How several things stand.
    enum Row {
        FREE,
        ACROSS,
        DOWN
    }

    /// What a prompt asks for, in its order.
    static List<Wanted> of(String prompt) {
        List<Phrase> phrases = PromptReader.phrases(prompt);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            String before = prompt.substring(i == 0 ? 0 : phrases.get(i - 1).end(), phrase.start());
            String after = prompt.substring(
                    phrase.end(),
                    i + 1 == phrases.size()
                            ? prompt.length()
                            : phrases.get(i + 1).start());
            wanted.add(of(phrase, last(before), NEXT.split(after, 2)[0]));
        }
        return wanted;
    }

    /// Of the words before a phrase those that are on it.
    private static String last(String before) {
        String[] parts = NEXT.split(before, -1);
        return parts[parts.length - 1];
    }

    private static Wanted of(Phrase phrase, String before, String after) {
        Kind kind = phrase.isLettering()
                ? Kind.LETTERING
                : phrase.mentions(Binder.FRAME) && phrase.count() == 1 ? Kind.FRAME : Kind.THING;
        Size size =
                phrase.mentions(Binder.LARGE) ? Size.LARGE : phrase.mentions(Binder.SMALL) ? Size.SMALL : Size.NORMAL;
        Row row =
                ROW.matcher(before).find() ? Row.ACROSS : COLUMN.matcher(before).find() ? Row.DOWN : Row.FREE;
        Optional<Place> place = Place.in(after).or(() -> Place.in(before));
        return new Wanted(phrase, kind, size, kind == Kind.FRAME ? Optional.empty() : place, row);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /// How many boxes it takes.
    int count() {
        return kind == Kind.THING ? phrase.count() : 1;
    }

    /// Whether it is one thing that the prompt calls large or small, which a binder tells by its box' area.
    boolean isAlone(Size of) {
        return kind == Kind.THING && size == of && phrase.count() == 1;
    }
}
