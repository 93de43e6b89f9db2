package org.layerloom.cli;

import java.util.Locale;

/// In which forms `generate` writes a design.
enum Format {
    /// One PNG a layer, the merged picture and the manifest.
    PNG("merged.png"),
    PSD("design.psd"),
    PROJECT("design.loom"),
    /// ART's own file names.
    ART("art");

    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    /// The file, or folder, that shows the format's result, below the output folder.
    String fileName() {
        return fileName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
