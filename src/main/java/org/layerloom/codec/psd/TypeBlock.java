package org.layerloom.codec.psd;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.layerloom.document.Bytes;
import org.layerloom.document.Foreign;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextLines;

/// The block `TySh`: what a layer of text says and how it is set, so that it can be typed on. Point text, set from the
/// start of its first baseline.
final class TypeBlock {
    static final String KEY = "TySh";
    private static final int VERSION = 1;
    private static final int TEXT_VERSION = 50;

    private TypeBlock() {}

    static Foreign.Block of(TextLayer layer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content(layer.text()).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory never fails
        }
        return new Foreign.Block("psd/" + KEY, Bytes.of(bytes.toByteArray()), Optional.empty());
    }

    private static PsdOutput content(Text text) throws IOException {
        PsdOutput out = new PsdOutput();
        out.int16(VERSION);
        for (double entry : new double[] {1, 0, 0, 1, text.x(), text.y()}) {
            out.float64(entry);
        }
        out.int16(TEXT_VERSION);
        text(text).write(out);
        out.int16(VERSION);
        unwarped().write(out);
        out.raw(new byte[4 * Integer.BYTES]); // the place of a warp
        return out;
    }

    private static Descriptor text(Text text) throws IOException {
        Rectangle2D room = new TextLines(text).bounds();
        return new Descriptor("TxLr")
                .text("Txt ", text.content().replace('\n', '\r'))
                .choice("textGridding", "textGridding", "None")
                .choice("Ornt", "Ornt", "Hrzn")
                .choice("AntA", "Annt", "antiAliasSharp")
                .object("bounds", box("bounds", room, text))
                .object("boundingBox", box("boundingBox", room, text))
                .integer("TextIndex", 0)
                .raw("EngineData", EngineData.of(TypeStyle.of(text)));
    }

    /// @param room of the lines, document px
    private static Descriptor box(String type, Rectangle2D room, Text text) throws IOException {
        return new Descriptor(type)
                .points("Left", room.getMinX() - text.x())
                .points("Top ", room.getMinY() - text.y())
                .points("Rght", room.getMaxX() - text.x())
                .points("Btom", room.getMaxY() - text.y());
    }

    private static Descriptor unwarped() throws IOException {
        return new Descriptor("warp")
                .choice("warpStyle", "warpStyle", "warpNone")
                .number("warpValue", 0)
                .number("warpPerspective", 0)
                .number("warpPerspectiveOther", 0)
                .choice("warpRotate", "Ornt", "Hrzn");
    }
}
