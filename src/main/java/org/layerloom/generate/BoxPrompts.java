package org.layerloom.generate;

import java.util.HashMap;
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
        Map<LayerId, Phrase> phrases = BoxPhrases.of(document);
        Map<LayerId, String> prompts = new HashMap<>();
        for (Region region : document.regions()) {
            Optional<Phrase> phrase = Optional.ofNullable(phrases.get(region.layer()));
            if (!region.box().intersect(document.canvas()).isEmpty()) {
                prompts.put(
                        region.layer(),
                        region.prompt().isBlank() ? phrase.map(Phrase::title).orElse("") : region.prompt());
            }
        }
        return prompts;
    }
}
