package org.layerloom.codec.png;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.Baking;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Listing;
import org.layerloom.codec.ModeName;
import org.layerloom.codec.Trimmed;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// Writes all visible layers as one picture, `sheet.png`, and `sheet.json`, which says where each lies in it and on
/// the page, in the form that game engines read (TexturePacker's JSON hash). Masks, clipping, fill and the opacity of
/// groups are in the pixels.
public final class SpriteSheet {
    private static final Words WORDS = Words.of(SpriteSheet.class);
    private static final String IMAGE = "sheet.png";
    private static final int MAX_NAME = 200;

    private final Map<String, RasterLayer> layers = new LinkedHashMap<>();
    private final List<Trimmed> pictures = new ArrayList<>();

    private SpriteSheet() {}

    /// Writes both files.
    ///
    /// @throws IOException in one sentence, also when the layers are too large for one picture
    public static void write(Document document, FileSet files) throws IOException {
        SpriteSheet sheet = new SpriteSheet();
        sheet.collect(Baking.withoutGroups(document).layers());
        SheetPacking packing =
                SheetPacking.of(sheet.pictures.stream().map(Trimmed::place).toList());
        if (packing.height() > PngReader.MAX_SIDE || packing.width() > PngReader.MAX_SIDE) {
            throw new IOException(WORDS.text("sheet.large", packing.width(), packing.height(), PngReader.MAX_SIDE));
        }
        try (OutputStream out = files.create(IMAGE)) {
            PngWriter.write(sheet.picture(packing), PngWriter.Channels.RGBA, Map.of(), out);
        }
        try (OutputStream out = files.create("sheet.json")) {
            out.write(Listing.text(sheet.json(document, packing)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void collect(List<Layer> from) {
        for (Layer layer : from) {
            if (layer.props().visible()) {
                switch (layer) {
                    case GroupLayer group -> collect(group.children());
                    case RasterLayer pixels -> add(pixels);
                }
            }
        }
    }

    private void add(RasterLayer layer) {
        Trimmed trimmed = Trimmed.of(layer);
        if (!trimmed.raster().isEmpty()) {
            layers.put(unique(layer.name()), layer);
            pictures.add(trimmed);
        }
    }

    private String unique(String name) {
        String plain = name.isBlank() ? "layer" : name.substring(0, Math.min(MAX_NAME, name.length()));
        String unique = plain;
        for (int i = 2; layers.containsKey(unique); i++) {
            unique = plain + " " + i;
        }
        return unique;
    }

    private Raster picture(SheetPacking packing) {
        return Raster.drawn(packing.width(), packing.height(), (top, rows, argb) -> {
            Rect band = new Rect(0, top, packing.width(), rows);
            for (int i = 0; i < pictures.size(); i++) {
                Rect place = packing.places().get(i);
                Rect part = place.intersect(band);
                for (int y = part.y(); y < part.bottom(); y++) {
                    pictures.get(i)
                            .raster()
                            .copyRow(0, y - place.y(), place.width(), argb, (y - top) * packing.width() + place.x());
                }
            }
        });
    }

    private ObjectNode json(Document document, SheetPacking packing) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        ObjectNode frames = json.putObject("frames");
        ObjectNode meta = json.putObject("meta");
        meta.put("app", "Layerloom").put("version", "1.0").put("image", IMAGE).put("format", "RGBA8888");
        size(meta.putObject("size"), packing.width(), packing.height());
        meta.put("scale", "1");
        ArrayNode order = meta.putArray("layers");
        int i = 0;
        for (Map.Entry<String, RasterLayer> layer : layers.entrySet()) {
            Rect frame = packing.places().get(i);
            Rect place = pictures.get(i).place();
            ObjectNode entry = frames.putObject(layer.getKey());
            rect(entry.putObject("frame"), frame);
            entry.put("rotated", false).put("trimmed", !place.equals(document.canvas()));
            rect(entry.putObject("spriteSourceSize"), place);
            size(entry.putObject("sourceSize"), document.width(), document.height());
            order.addObject()
                    .put("name", layer.getKey())
                    .put("opacity", layer.getValue().props().opacity())
                    .put("blendMode", ModeName.of(layer.getValue().props().blendMode()));
            i++;
        }
        return json;
    }

    private static void rect(ObjectNode into, Rect rect) {
        into.put("x", rect.x()).put("y", rect.y());
        size(into, rect.width(), rect.height());
    }

    private static void size(ObjectNode into, int width, int height) {
        into.put("w", width).put("h", height);
    }
}
