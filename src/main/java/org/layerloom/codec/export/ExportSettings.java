package org.layerloom.codec.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Set;
import org.layerloom.codec.Baking;
import org.layerloom.codec.NamePattern;

/// How a document is exported. A format looks only at what it has among its options.
///
/// @param scale pixels for each of the document's, 0.1..8
/// @param trim whether the page is cut to what is not transparent
/// @param fileName what the file is called, as a `NamePattern`
/// @param layerNames what the files of a set are called, as a `NamePattern`
/// @param background straight colour under what is transparent; alpha 0 = stays transparent, which JPEG takes
///     for white
/// @param quality of what is packed with losses, 1..100
/// @param lossless whether WebP keeps every pixel
/// @param metadata whether prompt, seed and model are told
/// @param baked what goes into the pixels of a Photoshop file, for readers that ignore it
/// @param editableText whether text layers have their text beside their pixels
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportSettings(
        double scale,
        boolean trim,
        Part part,
        String fileName,
        String layerNames,
        int background,
        int quality,
        boolean lossless,
        boolean metadata,
        Set<Baking.Part> baked,
        boolean editableText) {
    public static final double MIN_SCALE = 0.1;
    public static final double MAX_SCALE = 8;

    /// As it is, with everything.
    public static final ExportSettings PLAIN = new ExportSettings(
            1, false, Part.ALL, NamePattern.FILE.text(), NamePattern.LAYER.text(), 0, 90, false, true, Set.of(), false);

    /// Which layers leave.
    public enum Part {
        ALL,
        /// What is hidden stays.
        VISIBLE,
        /// Only what is selected, with the groups that it is in.
        SELECTED
    }

    public ExportSettings {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("a scale of " + scale + " is not within 0.1 to 8");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a quality of " + quality + " is not within 1 to 100");
        }
        Objects.requireNonNull(part);
        baked = Set.copyOf(baked);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(layerNames);
    }

    public ExportSettings withScale(double scale) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withTrim(boolean trim) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withPart(Part part) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withFileName(String fileName) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withLayerNames(String layerNames) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withBackground(int background) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withQuality(int quality) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withLossless(boolean lossless) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withMetadata(boolean metadata) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withBaked(Set<Baking.Part> baked) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }

    public ExportSettings withEditableText(boolean editableText) {
        return new ExportSettings(
                scale, trim, part, fileName, layerNames, background, quality, lossless, metadata, baked, editableText);
    }
}
