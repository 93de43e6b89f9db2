package org.layerloom.ui.tools;

/// What drags snap to.
///
/// @param on whether they snap at all
/// @param toGuides whether guides count: while they are shown
/// @param grid distance of the grid's lines, px; 0 while it is not shown
public record SnapSettings(boolean on, boolean toGuides, int grid) {
    public static final SnapSettings OFF = new SnapSettings(false, false, 0);
}
