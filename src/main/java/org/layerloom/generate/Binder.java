package org.layerloom.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// Says which phrase of a prompt goes to which box.
///
/// Lettering goes to wide boxes, frames to the largest, what is called large or small by size; the others follow in
/// order: first phrase, first box. A model that knows links draws the phrase's thing there; the editor shows it as
/// a suggestion.
public final class Binder {
    private static final double WIDE = 1.8;
    /// What goes around all else.
    public static final Pattern FRAME = PromptReader.words("frame|border");

    public static final Pattern LARGE = PromptReader.words("big|large|huge|giant|main");
    public static final Pattern SMALL = PromptReader.words("small|little|tiny|mini");

    private final List<Rect> boxes;
    private final List<Phrase> phrases;
    private final Phrase[] taken;

    /// A box that may get a phrase.
    ///
    /// @param prompt its own; such a box takes the phrase of the whole prompt that says the same, and no other by
    ///     itself
    public record Box(Rect area, Optional<String> prompt, Link link) {
        public static Box of(Target target) {
            return new Box(target.box(), target.prompt(), target.link());
        }
    }

    private Binder(List<Rect> boxes, List<Phrase> phrases) {
        this.boxes = boxes;
        this.phrases = new ArrayList<>(phrases);
        taken = new Phrase[boxes.size()];
    }

    /// One entry for each box: its phrase, or empty where it is to have none or the prompt has none left for it.
    public static List<Optional<Phrase>> bind(String prompt, List<Box> boxes) {
        Binder binder = new Binder(boxes.stream().map(Box::area).toList(), PromptReader.phrases(prompt));
        binder.takeLinked(boxes);
        boolean[] open = new boolean[boxes.size()];
        for (int i = 0; i < open.length; i++) {
            boolean automatic = boxes.get(i).link() instanceof Link.Automatic;
            open[i] = automatic && boxes.get(i).prompt().isEmpty();
            if (automatic && !open[i]) {
                binder.takeEqual(i, boxes.get(i).prompt().get());
            }
        }
        binder.closeMore(open);
        binder.take(open);
        return Arrays.stream(binder.taken).map(Optional::ofNullable).toList();
    }

    /// First those whose phrase stands in the prompt as it was linked, then those whose phrase was edited since.
    private void takeLinked(List<Box> boxes) {
        for (int i = 0; i < taken.length; i++) {
            if (boxes.get(i).link() instanceof Link.To(String phrase)) {
                takeEqual(i, phrase);
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] == null && boxes.get(i).link() instanceof Link.To(String phrase)) {
                takeLike(i, phrase);
            }
        }
    }

    private void takeEqual(int box, String own) {
        phrases.stream()
                .filter(p -> p.text().equalsIgnoreCase(own.strip()) || p.title().equalsIgnoreCase(own.strip()))
                .findFirst()
                .ifPresent(p -> give(p, box));
    }

    private void takeLike(int box, String phrase) {
        phrases.stream()
                .filter(p -> p.wordsLike(phrase) > 0)
                .max(Comparator.comparingLong(p -> p.wordsLike(phrase)))
                .ifPresent(p -> give(p, box));
    }

    /// A phrase of several things that is linked to one box leaves as many others anonymous.
    private void closeMore(boolean... open) {
        int more = Arrays.stream(taken)
                .filter(Objects::nonNull)
                .mapToInt(phrase -> phrase.count() - 1)
                .sum();
        for (; more > 0; more--) {
            firstOpen(open, box -> true, Comparator.naturalOrder()).ifPresent(box -> open[box] = false);
        }
    }

    private void take(boolean... open) {
        Comparator<Integer> byArea = Comparator.comparingLong(i -> boxes.get(i).area());
        takeWide(open);
        takeExtreme(open, p -> p.mentions(FRAME), byArea.reversed());
        takeExtreme(open, p -> p.mentions(LARGE), byArea.reversed());
        takeExtreme(open, p -> p.mentions(SMALL), byArea);
        for (Phrase phrase : List.copyOf(phrases)) {
            firstOpen(open, box -> true, Comparator.naturalOrder()).ifPresent(box -> give(phrase, box, open));
            for (int more = 1;
                    more < phrase.count();
                    more++) { // a phrase links to one box; its other things stay anonymous
                firstOpen(open, box -> true, Comparator.naturalOrder()).ifPresent(box -> open[box] = false);
            }
        }
    }

    private void takeWide(boolean... open) {
        for (Phrase phrase : phrases.stream().filter(Phrase::isLettering).toList()) {
            firstOpen(open, box -> aspect(box) >= WIDE && !holdsOthers(box), Comparator.naturalOrder())
                    .ifPresent(box -> give(phrase, box, open));
        }
    }

    private void takeExtreme(boolean[] open, Predicate<Phrase> wanted, Comparator<Integer> order) {
        for (Phrase phrase :
                phrases.stream().filter(p -> p.count() == 1).filter(wanted).toList()) {
            firstOpen(open, box -> true, order).ifPresent(box -> give(phrase, box, open));
        }
    }

    private Optional<Integer> firstOpen(boolean[] open, Predicate<Integer> fits, Comparator<Integer> order) {
        List<Integer> free = new ArrayList<>();
        for (int box = 0; box < open.length; box++) {
            if (open[box] && fits.test(box)) {
                free.add(box);
            }
        }
        return free.stream().min(order);
    }

    private void give(Phrase phrase, int box, boolean... open) {
        open[box] = false;
        give(phrase, box);
    }

    private void give(Phrase phrase, int box) {
        taken[box] = phrase;
        phrases.remove(phrase);
    }

    /// Whether other boxes lie in it, as in a frame on a wide page.
    private boolean holdsOthers(int box) {
        return boxes.stream().anyMatch(other -> boxes.get(box).contains(other) && !other.equals(boxes.get(box)));
    }

    private double aspect(int box) {
        return (double) boxes.get(box).width() / boxes.get(box).height();
    }
}
