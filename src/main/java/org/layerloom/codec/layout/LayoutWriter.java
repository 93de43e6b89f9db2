package org.layerloom.codec.layout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.layerloom.codec.Listing;
import org.layerloom.document.Rect;

/// Writes a layout as JSON in the form that `LayoutReader` calls our own. Equal layouts give equal files.
public final class LayoutWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private LayoutWriter() {}

    /// Writes a whole file; the stream stays open. Notes are not written.
    public static void write(Layout layout, OutputStream out) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("prompt", layout.prompt());
        root.put("width", layout.width());
        root.put("height", layout.height());
        layout.seed().ifPresent(seed -> root.put("seed", seed));
        ArrayNode regions = root.putArray("regions");
        for (Layout.Box box : layout.boxes()) {
            Rect area = box.area();
            ObjectNode region = regions.addObject();
            region.put("x", area.x());
            region.put("y", area.y());
            region.put("width", area.width());
            region.put("height", area.height());
            if (!box.prompt().isBlank()) {
                region.put("prompt", box.prompt());
            }
            if (box.link().text() != null) {
                region.put("phrase", box.link().text());
            }
        }
        out.write(Listing.text(root).getBytes(StandardCharsets.UTF_8));
    }
}
