package org.layerloom.codec.ora;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.layerloom.codec.png.PngImage;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.words.Words;

/// The pictures of a file that is read, unpacked on all cores before the layers are made of them: a picture that
/// several layers name is there once.
final class LayerPictures {
    private static final Words WORDS = Words.of(LayerPictures.class);

    /// Most pixels that all pictures of a file may have together.
    private static final long MAX_PIXELS = 1L << 30;
    /// Where a PNG file states its width and height.
    private static final int SIZE_AT = 16;

    /// @param problem why there is no image: a clause
    record Found(Optional<PngImage> image, String problem) {}

    private final Map<String, Found> pictures;

    private LayerPictures(Map<String, Found> pictures) {
        this.pictures = pictures;
    }

    /// The entries that the layers of a stack name.
    static Set<String> named(XMLStreamReader xml) throws XMLStreamException {
        Set<String> names = new LinkedHashSet<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("layer")) {
                Optional.ofNullable(xml.getAttributeValue("", "src")).ifPresent(names::add);
            }
        }
        return names;
    }

    static LayerPictures read(ZipArchive archive, Set<String> names) {
        AtomicLong pixelsLeft = new AtomicLong(MAX_PIXELS);
        return new LayerPictures(names.parallelStream()
                .collect(Collectors.toConcurrentMap(name -> name, name -> read(archive, name, pixelsLeft))));
    }

    private static Found read(ZipArchive archive, String name, AtomicLong pixelsLeft) {
        try (InputStream in = archive.open(name)) {
            byte[] file = in.readAllBytes();
            long claimed = claimed(file);
            if (pixelsLeft.addAndGet(-claimed) < 0) {
                return new Found(Optional.empty(), WORDS.text("pixels.many", MAX_PIXELS));
            }
            return new Found(Optional.of(PngReader.read(new ByteArrayInputStream(file), claimed)), "");
        } catch (IOException e) {
            return new Found(Optional.empty(), e.getMessage());
        }
    }

    /// The pixels that the file says it has; the reader holds it to that.
    private static long claimed(byte[] file) {
        if (file.length < SIZE_AT + 8) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(file);
        return (long) Math.clamp(header.getInt(SIZE_AT), 0, PngReader.MAX_SIDE)
                * Math.clamp(header.getInt(SIZE_AT + 4), 0, PngReader.MAX_SIDE);
    }

    Found get(String name) {
        return pictures.get(name);
    }
}
