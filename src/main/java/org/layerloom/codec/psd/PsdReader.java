package org.layerloom.codec.psd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.layerloom.codec.Opened;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.words.Words;

/// Reads Photoshop files, PSD and PSB: layers with names, places, opacity, blend modes, fill, masks, clipping, locks,
/// colours, groups and pixels; guides, resolution and colour profile; a file without layers becomes one of its
/// picture. Colours of other modes and depths become RGB of 8 bits, effects are left out, text and embedded pictures
/// become pixels, and it is said; what the next PSD file can take back unread is kept. Every size is checked against
/// the bytes that are there.
public final class PsdReader {
    private static final Words WORDS = Words.of(PsdReader.class);

    /// Share of the memory that pixels may take: they are shown, changed and saved beside.
    private static final int MEMORY_SHARE = 2;

    private final PsdInput in;
    private final PsdHeader header;
    private final List<String> notes = new ArrayList<>();
    private final KeptBlocks kept = new KeptBlocks();
    private final Colours colours;
    private final FileResources resources;
    private final LayerTree tree;
    private boolean mergedAlpha;

    private PsdReader(PsdInput in) throws IOException {
        this.in = in;
        header = PsdHeader.read(in);
        notes.addAll(header.notes());
        Colours stated = Colours.of(header.mode(), in.bytes(in.length()));
        resources = FileResources.read(in, kept);
        colours = stated.without(resources.transparentIndex());
        tree = new LayerTree(Document.blank(header.width(), header.height()).canvas(), resources.origins());
    }

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is damaged, of another kind, or no PSD
    public static Opened read(InputStream in) throws IOException {
        return new PsdReader(new PsdInput(in)).read();
    }

    private Opened read() throws IOException {
        long section = in.length(header.version());
        long end = in.position() + section;
        FlatPicture flat = new FlatPicture(in, header);
        if (section > 0) {
            long info = in.length(header.version());
            long infoEnd = Math.min(in.position() + info, end);
            if (info > 0) {
                layers();
                in.skip(Math.max(0, infoEnd - in.position()));
            }
        }
        try {
            blocks(end);
            if (!tree.isEmpty()) {
                flat.skip();
            }
        } catch (IOException e) {
            if (tree.isEmpty()) {
                throw e;
            }
            notes.add(WORDS.text("merged.short"));
        }
        List<Layer> layers = tree.isEmpty() ? List.of(background(flat)) : tree.layers();
        notes.addAll(tree.notes());
        notes.addAll(resources.notes(header, mergedAlpha));
        Document document = Document.blank(header.width(), header.height())
                .withPrompt(resources.origins().prompt())
                .withGuides(resources.guides())
                .withPaper(resources.paper(header))
                .withForeign(kept.ofFile())
                .withLayers(layers);
        return new Opened(document, notes);
    }

    private void layers() throws IOException {
        int signed = in.int16();
        mergedAlpha = signed < 0;
        int count = Math.abs(signed);
        List<ReadRecord> records = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            ReadRecord record = ReadRecord.read(in, header.version(), kept);
            bytes += record.bytes();
            requireMemory(bytes);
            records.add(record);
        }
        List<PackedLayer> packed = new ArrayList<>();
        for (ReadRecord record : records) {
            packed.add(PackedLayer.read(record, in, header.mode()));
        }
        for (PackedLayer.Unpacked layer : unpacked(packed)) {
            tree.add(layer);
        }
    }

    /// Unpacks layers on all cores, the largest first.
    private List<PackedLayer.Unpacked> unpacked(List<PackedLayer> layers) throws IOException {
        PackedLayer.Unpacked[] unpacked = new PackedLayer.Unpacked[layers.size()];
        Queue<Integer> left = IntStream.range(0, unpacked.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -layers.get(i).record().bytes()))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        try {
            IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
                    .parallel()
                    .forEach(core -> {
                        for (Integer i = left.poll(); i != null; i = left.poll()) {
                            unpacked[i] = unpacked(layers.get(i));
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.of(unpacked);
    }

    private PackedLayer.Unpacked unpacked(PackedLayer layer) {
        try {
            return layer.unpack(header, colours);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireMemory(long bytes) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
        if (bytes > most) {
            throw new IOException(WORDS.text("memory", bytes >> 20, most >> 20));
        }
    }

    /// Goes through what follows the layers: files of 16 and 32 bits have their layers there.
    private void blocks(long end) throws IOException {
        if (end - in.position() >= Integer.BYTES) {
            in.skip(Math.min(in.length(), end - in.position())); // the colour in which masks are shown
        }
        Optional<TaggedBlock> next = TaggedBlock.next(in, end, header.version());
        while (next.isPresent()) {
            TaggedBlock block = next.get();
            long blockEnd = Math.min(in.position() + block.length(), end);
            if (block.isLayers() && tree.isEmpty() && block.length() > 0) {
                layers();
            } else if (KeptBlocks.isGlobal(block.key())
                    && !kept.ofFile("global/" + block.key(), in, blockEnd - in.position())) {
                notes.add(WORDS.text("kept.large", KeptBlocks.MAX_BYTES >> 20));
            }
            in.skip(Math.max(0, blockEnd - in.position()));
            next = TaggedBlock.next(in, end, header.version());
        }
        in.skip(Math.max(0, end - in.position()));
    }

    private Layer background(FlatPicture flat) throws IOException {
        requireMemory((long) header.width()
                * header.height()
                * (Integer.BYTES + header.mode().planes()));
        int behind = resources.transparency();
        int alpha = behind < 0 || behind + header.mode().planes() >= header.channels()
                ? -1
                : header.mode().planes() + behind;
        return new PixelLayer(LayerProps.named(new LayerId(1), "Background"), flat.read(colours, alpha));
    }
}
