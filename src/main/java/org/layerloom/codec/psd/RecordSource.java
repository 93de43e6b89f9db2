package org.layerloom.codec.psd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.codec.psd.LayerRecord.Section;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// What a layer record is made from: a layer, or one of the two ends of a group.
///
/// @param pixels of a layer; empty for the ends of a group
record RecordSource(LayerProps props, Optional<RasterLayer> pixels, Section section) {
    /// The records of a document's tree, bottom first.
    static List<RecordSource> of(Document document) {
        List<RecordSource> sources = new ArrayList<>();
        addAll(document.layers(), new DividerIds(document.newId()), sources);
        return sources;
    }

    private static void addAll(List<Layer> layers, DividerIds ids, List<RecordSource> into) {
        for (Layer layer : layers) {
            switch (layer) {
                case RasterLayer pixels ->
                    into.add(new RecordSource(pixels.props(), Optional.of(pixels), Section.LAYER));
                case GroupLayer group -> {
                    LayerProps end = LayerProps.named(ids.next(), "</Layer group>");
                    into.add(new RecordSource(end, Optional.empty(), Section.DIVIDER));
                    addAll(group.children(), ids, into);
                    Section section = group.open() ? Section.OPEN_GROUP : Section.CLOSED_GROUP;
                    into.add(new RecordSource(group.props(), Optional.empty(), section));
                }
            }
        }
    }

    /// Pixels of layer and mask, whether they show or not.
    long area() {
        return rasters()
                .mapToLong(raster -> (long) raster.width() * raster.height())
                .sum();
    }

    private Stream<Raster> rasters() {
        return Stream.concat(pixels.map(RasterLayer::raster).stream(), props.mask().map(Mask::raster).stream());
    }
}
