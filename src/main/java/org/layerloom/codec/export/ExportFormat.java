package org.layerloom.codec.export;

import static org.layerloom.codec.export.ExportOption.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.layerloom.words.Words;

/// The forms in which a document can leave.
public enum ExportFormat {
    /// For Photoshop and what reads its files.
    PSD("psd", SCALE, TRIM, PART, METADATA, BAKED, EDITABLE_TEXT),
    /// The same for pages and files beyond what PSD holds.
    PSB("psb", SCALE, TRIM, PART, METADATA, BAKED, EDITABLE_TEXT),
    /// OpenRaster, for Krita, GIMP and MyPaint.
    ORA("ora", SCALE, TRIM, PART, METADATA),
    PNG("png", SCALE, TRIM, PART, BACKGROUND, METADATA),
    JPEG("jpg", SCALE, TRIM, PART, BACKGROUND, QUALITY, METADATA),
    WEBP("webp", SCALE, TRIM, PART, BACKGROUND, QUALITY, LOSSLESS),
    PDF("pdf", SCALE, TRIM, PART, BACKGROUND, METADATA),
    SVG("svg", SCALE, TRIM, PART, BACKGROUND, METADATA),
    /// A PNG file for each layer, the picture and a list.
    PNG_SET("", SCALE, TRIM, PART, LAYER_NAMES, METADATA),
    /// All layers in one picture, and a list of where they lie.
    SPRITE_SHEET("", SCALE, TRIM, PART, METADATA),
    /// ART's own names.
    ART("", SCALE, TRIM, PART, METADATA),
    /// Everything, for this program.
    PROJECT("loom", SCALE, TRIM, PART, METADATA);

    private final String ending;
    private final Set<ExportOption> options;

    ExportFormat(String ending, ExportOption... options) {
        this.ending = ending;
        this.options = EnumSet.noneOf(ExportOption.class);
        this.options.addAll(Arrays.asList(options));
    }

    /// What it is called in commands: `png-set`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it is called in the window.
    public String title() {
        return Words.of(ExportFormat.class).text("format." + id());
    }

    /// What it is for, in a clause.
    public String about() {
        return Words.of(ExportFormat.class).text("about." + id());
    }

    /// Of its file, without a dot; blank for sets of files.
    public String ending() {
        return ending;
    }

    /// Whether it is several files in a folder.
    public boolean isSet() {
        return ending.isEmpty();
    }

    public boolean has(ExportOption option) {
        return options.contains(option);
    }

    public static Optional<ExportFormat> ofId(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /// By how a file's name ends.
    public static Optional<ExportFormat> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> !format.isSet())
                .filter(format -> format.ending.equals(ending) || format == JPEG && ending.equals("jpeg"))
                .findFirst();
    }
}
