package org.layerloom.cli;

import java.util.Locale;

/// In which forms `generate` writes a design.
enum Format {
    /// One PNG a layer, the merged picture and the manifest.
    PNG("merged.png, layers/*.png, manifest.json"),
    PSD("design.psd"),
    PROJECT("design.loom"),
    /// ART's own file names, in a folder of their own.
    ART("art/");

    private final String place;

    Format(String place) {
        this.place = place;
    }

    /// The file below the output folder, the folder with a `/` at its end, or what a set consists of.
    String place() {
        return place;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
