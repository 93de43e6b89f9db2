package org.layerloom.ui.actions.layer;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Locked;
import org.layerloom.words.Words;

/// Which lock an edit minds.
public enum Guard {
    NONE((document, ids) -> Optional.empty()),
    POSITION(Locked::position),
    PIXELS(Locked::pixels),
    ALPHA(Locked::alpha),
    WHOLE(Locked::whole);

    private final BiFunction<Document, Collection<LayerId>, Optional<Layer>> lock;

    Guard(BiFunction<Document, Collection<LayerId>, Optional<Layer>> lock) {
        this.lock = lock;
    }

    /// Why an edit of these layers is refused, in one sentence; empty where it is not.
    public Optional<String> refusal(Document document, Collection<LayerId> ids) {
        Words words = Words.of(Guard.class);
        String key = "locked." + name().toLowerCase(Locale.ROOT);
        return lock.apply(document, ids).map(layer -> words.text(key, layer.name()));
    }
}
