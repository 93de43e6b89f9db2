package org.layerloom.generate;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextSetter;

/// Sets text as large as a box holds it, in as many lines as that takes.
final class TextFit {
    /// Distance of two baselines, as a part of the size.
    static final double LEADING = 1.1;

    private static final int MOST_LINES = 5;
    /// Of the box, what the letters fill at most.
    private static final double WIDE = 0.94;

    private static final double HIGH = 0.84;
    /// At which texts are measured, px.
    private static final double MEASURE = 64;
    /// Texts longer than this are set in one line for each line that they have: nobody reads them on a picture.
    private static final int LONGEST = 400;

    private TextFit() {}

    /// The layer whose letters lie in the middle of the box.
    ///
    /// @param text its size, place and line breaks are not used
    static TextLayer into(Rect box, LayerProps props, Text text) {
        Text best = null;
        double largest = 0;
        for (String content : breaks(text.content())) {
            Text tried = centred(text.withContent(content).withSize(MEASURE), 0);
            Rect ink = TextSetter.layer(props, tried).bounds();
            double scale = Math.min(
                    box.width() * WIDE / Math.max(1, ink.width()), box.height() * HIGH / Math.max(1, ink.height()));
            if (best == null || scale > largest) {
                best = tried;
                largest = scale;
            }
        }
        double size = Math.clamp(MEASURE * largest, 1, Text.MAX_SIZE);
        return middle(box, TextSetter.layer(props, centred(best.withSize(size), 0)));
    }

    private static Text centred(Text text, double x) {
        Text plain = text.withAlign(Text.Align.CENTER).withLeading(LEADING);
        return plain.translate(x - plain.x(), -plain.y());
    }

    private static TextLayer middle(Rect box, TextLayer layer) {
        Rect ink = layer.bounds();
        int x = box.x() + (box.width() - ink.width()) / 2;
        int y = box.y() + (box.height() - ink.height()) / 2;
        return layer.translate(x - ink.x(), y - ink.y());
    }

    /// The content as it is, and with its words in two, three and more lines of about the same length.
    private static List<String> breaks(String content) {
        List<String> all = new ArrayList<>(List.of(content));
        List<String> words = List.of(content.strip().split("\\s+"));
        if (content.contains("\n") || content.length() > LONGEST) {
            return all;
        }
        for (int lines = 2; lines <= Math.min(MOST_LINES, words.size()); lines++) {
            all.add(broken(words, content.length() / (double) lines));
        }
        return all;
    }

    /// A line ends where one more word would take it further from the wanted length.
    private static String broken(List<String> words, double wanted) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String word : words) {
            boolean fits = length == 0 || length + 1 + word.length() - wanted <= wanted - length;
            text.append(text.isEmpty() ? "" : fits ? " " : "\n").append(word);
            length = fits ? length + 1 + word.length() : word.length();
        }
        return text.toString();
    }
}
