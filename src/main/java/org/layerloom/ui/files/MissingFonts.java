package org.layerloom.ui.files;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.Typeface;
import org.layerloom.words.Words;

/// Tells which fonts of a document are not on this machine. Asks the system, which can take a second.
final class MissingFonts {
    private MissingFonts() {}

    /// A sentence, or none where every font is there.
    static List<String> notes(Document document) {
        String missing = document.allLayers()
                .flatMap(layer -> layer instanceof TextLayer text ? Stream.of(text.text()) : Stream.empty())
                .filter(text ->
                        Typeface.of(text.family(), text.bold(), text.italic()).missing())
                .map(text -> "“" + text.family() + "”")
                .distinct()
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? List.of()
                : List.of(Words.of(MissingFonts.class).text("fonts.missing", missing));
    }
}
