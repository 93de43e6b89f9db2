package org.layerloom.codec.export;

/// What can be chosen about an export; each format takes some of them.
public enum ExportOption {
    /// More or fewer pixels.
    SCALE,
    /// Only what is not transparent.
    TRIM,
    /// Only some of the layers.
    PART,
    /// A colour under what is transparent.
    BACKGROUND,
    QUALITY,
    LOSSLESS,
    /// Whether prompt, seed and model are told.
    METADATA,
    /// What the layers of a set are called.
    LAYER_NAMES,
    /// What goes into the pixels for readers that ignore it.
    BAKED,
    EDITABLE_TEXT
}
