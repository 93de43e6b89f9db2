package org.layerloom.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;

/// What boxes say that are not made together with all others.
public final class BoxPrompts {
    private BoxPrompts() {}

    /// A prompt for each box that lies on the page: its own; else the phrase that the whole prompt has for it among
    /// all; else blank. Alone a box could not tell which phrases are left for it, and an apple would become the
    /// next thing named.
    public static Map<LayerId, String> of(Document document) {
        List<Region> drawn = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .toList();
        List<Optional<String>> own = drawn.stream()
                .map(region -> Optional.of(region.prompt()).filter(prompt -> !prompt.isBlank()))
                .toList();
        List<Optional<Phrase>> phrases =
                Binder.bind(document.prompt(), drawn.stream().map(Region::box).toList(), own);
        Map<LayerId, String> prompts = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            Optional<Phrase> phrase = phrases.get(i);
            prompts.put(
                    drawn.get(i).layer(),
                    own.get(i).or(() -> phrase.map(Phrase::title)).orElse(""));
        }
        return prompts;
    }
}
