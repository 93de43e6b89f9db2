package org.layerloom.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Region;

/// Which phrase of a document's prompt each of its boxes gets, and the changes of it: the text stays as it is.
public final class BoxPhrases {
    private BoxPhrases() {}

    /// The phrase of each box that lies on the page and gets one.
    public static Map<LayerId, Phrase> of(Document document) {
        List<Region> drawn = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .toList();
        List<Optional<Phrase>> phrases = Binder.bind(
                document.prompt(), drawn.stream().map(BoxPhrases::box).toList());
        Map<LayerId, Phrase> found = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            LayerId id = drawn.get(i).layer();
            phrases.get(i).ifPresent(phrase -> found.put(id, phrase));
        }
        return found;
    }

    private static Binder.Box box(Region region) {
        Optional<String> own = Optional.of(region.prompt()).filter(prompt -> !prompt.isBlank());
        return new Binder.Box(region.box(), own, region.link());
    }

    /// The link that gives a box what it gets among all boxes, when it is made without them.
    public static Link settled(Map<LayerId, Phrase> phrases, LayerId box) {
        return Link.of(Optional.ofNullable(phrases.get(box)).map(Phrase::text).orElse(""));
    }

    /// The phrases of a prompt that a box can get, in its order.
    public static List<Phrase> all(String prompt) {
        return PromptReader.phrases(prompt);
    }

    /// Gives the phrase of one box to another, which gives its own in return.
    public static Document move(Document document, LayerId from, LayerId to) {
        Map<LayerId, Phrase> phrases = of(document);
        Phrase moved = phrases.get(from);
        if (moved == null || from.equals(to) || document.region(to).isEmpty()) {
            return document;
        }
        Link back = Optional.ofNullable(phrases.get(to))
                .<Link>map(phrase -> new Link.To(phrase.text()))
                .orElseGet(() -> anonymous(document.region(to).orElseThrow()));
        return document.withRegion(to, region -> region.withLink(new Link.To(moved.text())))
                .withRegion(from, region -> region.withLink(back));
    }

    /// What a box without a phrase gives: nothing, where that is what it is to have.
    private static Link anonymous(Region region) {
        return region.link() instanceof Link.Nothing nothing ? nothing : new Link.Automatic();
    }

    /// Gives a box a phrase of the prompt; a box that has it gets the one that this box had.
    public static Document give(Document document, LayerId box, Phrase phrase) {
        return of(document).entrySet().stream()
                .filter(entry -> entry.getValue().equals(phrase))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(holder -> holder.equals(box)
                        ? with(document, box, new Link.To(phrase.text()))
                        : move(document, holder, box))
                .orElseGet(() -> with(document, box, new Link.To(phrase.text())));
    }

    /// The box with another link.
    public static Document with(Document document, LayerId box, Link link) {
        return document.withRegion(box, region -> region.withLink(link));
    }

    /// The box with the phrase `places` further on in the prompt, after the last with none. Phrases that read as the
    /// one that it has are the same for it.
    ///
    /// @param places 1, or -1 for the phrase before
    public static Document step(Document document, LayerId box, int places) {
        List<Phrase> all = new ArrayList<>(all(document.prompt()));
        if (all.isEmpty()) {
            return document;
        }
        Phrase now = of(document).get(box);
        int at = now == null ? all.size() : all.indexOf(now);
        int next = Math.floorMod(at + places, all.size() + 1);
        while (now != null && next < all.size() && all.get(next).text().equalsIgnoreCase(now.text())) {
            next = Math.floorMod(next + places, all.size() + 1);
        }
        return next == all.size() ? with(document, box, new Link.Nothing()) : give(document, box, all.get(next));
    }
}
