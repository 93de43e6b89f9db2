package org.layerloom.document;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The documents so far and the place among them. Bounded by the bytes of the *distinct* rasters that it keeps
/// alive: ten thousand moves of a layer cost next to nothing.
public final class History {
    /// One step: the document after it, and what the step did.
    public record Entry(String label, Document document) {}

    private final long maxBytes;
    private final List<Entry> entries = new ArrayList<>();
    /// In how many entries each raster, told apart by identity, is used.
    private final Map<Raster, Integer> uses = new IdentityHashMap<>();

    private long bytes;
    private int position;
    /// Index of the saved document; -1 when it was dropped.
    private int cleanPosition;

    /// @param label what the first step is called: the document as it was opened
    /// @param maxBytes how much distinct rasters may take; the current document is kept whatever it takes
    public History(String label, Document start, long maxBytes) {
        this.maxBytes = maxBytes;
        keep(new Entry(label, start));
    }

    public Document document() {
        return entries.get(position).document();
    }

    /// All steps, oldest first; the first is the document as it was opened.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Index of the current document in `entries`.
    public int position() {
        return position;
    }

    /// Adds a step after the current one; what had been undone is gone. A step that changes nothing is not kept.
    public void commit(String label, Document next) {
        if (next.equals(document())) {
            return;
        }
        List<Entry> undone = entries.subList(position + 1, entries.size());
        undone.forEach(this::release);
        undone.clear();
        if (cleanPosition > position) {
            cleanPosition = -1;
        }
        keep(new Entry(label, next));
        position++;
        forgetOldest();
    }

    public boolean canUndo() {
        return position > 0;
    }

    public boolean canRedo() {
        return position < entries.size() - 1;
    }

    public void undo() {
        if (canUndo()) {
            position--;
        }
    }

    public void redo() {
        if (canRedo()) {
            position++;
        }
    }

    /// Goes to any step of `entries`.
    public void goTo(int index) {
        if (index < 0 || index >= entries.size()) {
            throw new IndexOutOfBoundsException("step " + index + " of a history of " + entries.size());
        }
        position = index;
    }

    /// Says that the file holds `saved`, one of the documents of `entries`; edits may have gone on since it was
    /// taken.
    public void markClean(Document saved) {
        cleanPosition = -1;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).document() == saved) {
                cleanPosition = i;
            }
        }
    }

    /// Says that no file holds any of the documents.
    public void markUnsaved() {
        cleanPosition = -1;
    }

    public boolean isClean() {
        return position == cleanPosition;
    }

    /// How many steps lie between the current document and what the file holds; all of them, and one at least, where
    /// no file holds any.
    public int unsavedSteps() {
        return cleanPosition < 0 ? Math.max(1, position) : Math.abs(position - cleanPosition);
    }

    /// Whether the step at `index` of `entries` is what the file holds.
    public boolean isClean(int index) {
        return index == cleanPosition;
    }

    private void keep(Entry entry) {
        entries.add(entry);
        retain(entry);
    }

    private void forgetOldest() {
        while (position > 0 && bytes > maxBytes) {
            release(entries.removeFirst());
            position--;
            cleanPosition = Math.max(-1, cleanPosition - 1);
        }
    }

    private void retain(Entry entry) {
        rasters(entry).forEach(raster -> {
            if (uses.merge(raster, 1, Integer::sum) == 1) {
                bytes += raster.bytes();
            }
        });
    }

    private void release(Entry entry) {
        rasters(entry).forEach(raster -> {
            if (uses.merge(raster, -1, (count, less) -> count + less == 0 ? null : count + less) == null) {
                bytes -= raster.bytes();
            }
        });
    }

    private static Stream<Raster> rasters(Entry entry) {
        return Stream.concat(
                entry.document().allLayers().flatMap(Layer::rasters),
                entry.document().marquee().map(Marquee::coverage).stream());
    }
}
