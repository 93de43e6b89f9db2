package org.layerloom.codec.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.layerloom.codec.FileNames;
import org.layerloom.codec.NamePattern;

/// One export: a form, and how.
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportOrder(ExportFormat format, ExportSettings settings) {
    public ExportOrder {
        Objects.requireNonNull(format);
        Objects.requireNonNull(settings);
    }

    /// As it comes.
    public ExportOrder(ExportFormat format) {
        this(format, ExportSettings.PLAIN);
    }

    public ExportOrder with(ExportSettings settings) {
        return new ExportOrder(format, settings);
    }

    /// What the file is called, with its ending; of a set, its folder.
    ///
    /// @param document the document's name
    /// @param width of what leaves, px
    public String fileName(String document, int width, int height) {
        NamePattern.Filling filling =
                NamePattern.Filling.of(document, settings.scale()).with(document, "1", width, height);
        String name = FileNames.safe(new NamePattern(settings.fileName()).fill(filling));
        return format.isSet() ? name : name + "." + format.ending();
    }
}
