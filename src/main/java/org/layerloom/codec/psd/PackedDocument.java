package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.codec.Baking;
import org.layerloom.codec.WriteProgress;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.Raster;
import org.layerloom.document.TextLayer;

/// A document with all its pixels packed: the same for both versions of the format.
///
/// @param records bottom first
/// @param globals blocks of other programs that tell of the whole document
/// @param merged the channels of the flattened picture: three, or four with its alpha
record PackedDocument(
        Document document,
        PsdOutput resources,
        List<LayerRecord> records,
        List<Foreign.Block> globals,
        List<PackedPlane> merged,
        PackingProgress progress) {
    static PackedDocument of(Document document, PsdOptions options, WriteProgress heard) throws IOException {
        List<RecordSource> sources = RecordSource.of(Baking.of(document, options.baked()));
        long area = sources.stream().mapToLong(RecordSource::area).sum();
        PackingProgress progress = new PackingProgress(area + document.canvas().area(), heard);
        List<LayerRecord> records = sources.parallelStream()
                .map(source -> LayerRecord.of(source, more(source, options), progress))
                .toList();
        Raster flat = Compositor.flatten(document);
        boolean alpha = !records.isEmpty() && !flat.isOpaque();
        return new PackedDocument(
                document,
                ImageResources.of(document, flat, alpha, options.metadata()),
                records,
                ForeignBlocks.globals(document, records),
                MergedPicture.planes(flat, alpha, progress),
                progress);
    }

    /// Blocks of a layer that not every layer has.
    private static List<Foreign.Block> more(RecordSource source, PsdOptions options) {
        List<Foreign.Block> foreign = ForeignBlocks.of(source, options.metadata());
        return source.pixels().orElse(null) instanceof TextLayer layer
                ? Stream.concat(
                                type(layer, foreign, options).stream(),
                                foreign.stream().filter(block -> !isType(block)))
                        .toList()
                : foreign;
    }

    /// That of another program says more than ours, and goes back as long as it says the same.
    private static Optional<Foreign.Block> type(TextLayer layer, List<Foreign.Block> foreign, PsdOptions options) {
        Optional<Foreign.Block> kept = foreign.stream()
                .filter(block -> isType(block) && TypeReader.tells(block, layer.text()))
                .findFirst();
        return kept.isPresent() || !options.editableText() ? kept : Optional.of(TypeBlock.of(layer));
    }

    private static boolean isType(Foreign.Block block) {
        return ForeignBlocks.key(block).equals(TypeBlock.KEY);
    }

    /// Longest side of the page and of all layers and masks, px.
    int longestSide() {
        int page = Math.max(document.width(), document.height());
        return records.stream().mapToInt(LayerRecord::longestSide).reduce(page, Math::max);
    }
}
