package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Lays the boxes of a template or an imported layout into a document.
public final class BoxLayouts {
    private BoxLayouts() {}

    /// The document with the boxes of `layout` in place of those that have no layer yet. Without layers the page takes
    /// the layout's size; else the boxes are scaled to the page. The prompt is taken over where there is none.
    public static Document lay(Document document, Document layout) {
        Document page = document.layers().isEmpty() ? document.withSize(layout.width(), layout.height()) : document;
        List<Region> regions = new ArrayList<>(document.regions().stream()
                .filter(region -> document.layer(region.layer()).isPresent())
                .toList());
        Document next = page.withRegions(regions).withNextId(document.nextId());
        for (Region region : layout.regions()) {
            Rect box = scaled(region.box(), layout.canvas(), page.canvas());
            int tag = next.regions().size() % LayerProps.TAGS;
            Region laid = new Region(next.newId(), box, region.prompt(), tag, region.link());
            List<Region> more = new ArrayList<>(next.regions());
            more.add(laid);
            next = next.withRegions(more);
        }
        return document.prompt().isBlank() ? next.withPrompt(layout.prompt()) : next;
    }

    private static Rect scaled(Rect box, Rect from, Rect to) {
        int left = scaled(box.x(), from.width(), to.width());
        int top = scaled(box.y(), from.height(), to.height());
        int right = scaled(box.x() + box.width(), from.width(), to.width());
        int bottom = scaled(box.y() + box.height(), from.height(), to.height());
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int scaled(int at, int from, int to) {
        return (int) Math.round((double) at * to / from);
    }
}
