package org.layerloom.ui.color;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The colours at hand: what paints, what lies under it, and those used last. Straight ARGB, opaque.
public final class Colors {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;
    private static final int KEPT = 16;

    private final IntegerProperty foreground = new SimpleIntegerProperty(BLACK);
    private final IntegerProperty background = new SimpleIntegerProperty(WHITE);
    private final ReadOnlyObjectWrapper<List<Integer>> recent = new ReadOnlyObjectWrapper<>(List.of());

    /// Paints, sets text, fills.
    public IntegerProperty foregroundProperty() {
        return foreground;
    }

    public IntegerProperty backgroundProperty() {
        return background;
    }

    /// The colours used last, the latest first.
    public ReadOnlyObjectProperty<List<Integer>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    public void swap() {
        int before = foreground.get();
        foreground.set(background.get());
        background.set(before);
    }

    /// Black on white again.
    public void reset() {
        foreground.set(BLACK);
        background.set(WHITE);
    }

    /// Remembers a colour that was chosen for good.
    public void remember(int argb) {
        List<Integer> next = new ArrayList<>(List.of(argb | 0xff000000));
        recent.get().stream().filter(color -> !color.equals(next.getFirst())).forEach(next::add);
        recent.set(List.copyOf(next.subList(0, Math.min(KEPT, next.size()))));
    }
}
