package org.layerloom.ui.palette;

/// A row of the palette's list.
sealed interface PaletteRow {
    /// Height of the row, px.
    double height();

    /// The name of a section.
    record Head(String title) implements PaletteRow {
        @Override
        public double height() {
            return 28;
        }
    }

    /// Something that was found.
    record Hit(Finding finding) implements PaletteRow {
        @Override
        public double height() {
            return 36;
        }
    }
}
