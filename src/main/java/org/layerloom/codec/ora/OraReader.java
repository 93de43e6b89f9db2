package org.layerloom.codec.ora;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.layerloom.codec.Opened;
import org.layerloom.codec.PlainXml;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Paper;
import org.layerloom.words.Words;

/// Reads OpenRaster files (`.ora`, openraster.org), those of other programs too. A layer whose picture is damaged or
/// missing is read as empty, with a note; what the format does not know is left out, with a note.
public final class OraReader {
    private static final Words WORDS = Words.of(OraReader.class);
    private static final String STACK = "stack.xml";
    private static final int MAX_STACK_BYTES = 32 << 20;

    private OraReader() {}

    /// Whether an archive is of this kind.
    public static boolean knows(ZipArchive archive) {
        return archive.names().contains(STACK);
    }

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is no OpenRaster file, damaged or beyond the limits
    public static Opened read(InputStream in) throws IOException {
        return read(ZipArchive.read(in));
    }

    /// As of a stream.
    public static Opened read(ZipArchive archive) throws IOException {
        byte[] stack;
        try (InputStream in = archive.open(STACK)) {
            stack = in.readNBytes(MAX_STACK_BYTES + 1);
        }
        if (stack.length > MAX_STACK_BYTES) {
            throw new IOException(WORDS.text("stack.large", MAX_STACK_BYTES >> 20));
        }
        try {
            return read(stack, LayerPictures.read(archive, LayerPictures.named(PlainXml.reader(stack))));
        } catch (XMLStreamException e) {
            throw new IOException(
                    WORDS.text(
                            "stack.broken",
                            e.getLocation() == null ? 0 : e.getLocation().getLineNumber()),
                    e);
        }
    }

    private static Opened read(byte[] stack, LayerPictures pictures) throws IOException, XMLStreamException {
        XMLStreamReader xml = PlainXml.reader(stack);
        List<String> notes = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("image")) {
                    break;
                }
                Attributes image = new Attributes(xml, notes);
                Document page = page(image);
                List<Layer> layers = new StackReader(xml, pictures, notes).layers();
                return new Opened(page.withLayers(layers), notes);
            }
        }
        throw new IOException(WORDS.text("no.image"));
    }

    private static Document page(Attributes image) throws IOException {
        int width = image.whole("w", 0);
        int height = image.whole("h", 0);
        if (!Document.isPage(width, height)) {
            throw new IOException(
                    WORDS.text("page", width, height, Document.MAX_SIDE, Document.MAX_PIXELS / 1_000_000));
        }
        double resolution = image.number("xres", Paper.SCREEN.pixelsPerInch());
        boolean usable = resolution > 0 && resolution <= Paper.MAX_PIXELS_PER_INCH;
        return Document.blank(width, height)
                .withPrompt(image.ours("prompt").orElse(""))
                .withPaper(usable ? Paper.SCREEN.withPixelsPerInch(resolution) : Paper.SCREEN);
    }
}
