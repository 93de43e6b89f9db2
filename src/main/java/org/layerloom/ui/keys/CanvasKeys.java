package org.layerloom.ui.keys;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.layerloom.words.Words;

/// The keys that the canvas understands itself; they cannot be changed.
final class CanvasKeys {
    private static final Words WORDS = Words.of(CanvasKeys.class);
    private static final int COUNT = 8;

    private CanvasKeys() {}

    /// @param shown of a label and its key caps
    static List<Node> rows(BiPredicate<String, List<String>> shown) {
        return IntStream.rangeClosed(1, COUNT)
                .filter(i -> shown.test(label(i), caps(i)))
                .<Node>mapToObj(i -> new KeyLine(label(i), caps(i)))
                .toList();
    }

    private static String label(int line) {
        return WORDS.text("canvas." + line);
    }

    private static List<String> caps(int line) {
        return Arrays.asList(WORDS.text("canvas." + line + ".keys").split(" "));
    }
}
