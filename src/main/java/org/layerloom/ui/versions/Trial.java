package org.layerloom.ui.versions;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Region;

/// Shows a version in place of what the document holds. Out of the same layer it makes the same object, so that
/// what is composited and drawn of it is not made anew with every frame of a drag.
final class Trial implements UnaryOperator<Document> {
    private final Version version;
    private Layer before;
    private Optional<Region> box = Optional.empty();
    private Layer after;

    Trial(Version version) {
        this.version = version;
    }

    @Override
    public Document apply(Document document) {
        Layer now = document.layer(version.layer()).orElse(null);
        if (now == null) {
            return document;
        }
        Optional<Region> region = document.region(version.layer());
        if (now != before || !region.equals(box)) {
            before = now;
            box = region;
            after = version.applyTo(document).layer(version.layer()).orElseThrow();
        }
        return document.with(version.layer(), layer -> after);
    }
}
