package org.layerloom.ui.tools;

/// A line that shows what something has snapped to.
///
/// @param vertical whether it runs from top to bottom at `at`; else from left to right
/// @param at document px
/// @param from where it begins, document px along it
/// @param to where it ends
/// @param distance what it measures, px; 0 = it measures nothing
public record SnapLine(boolean vertical, double at, double from, double to, int distance) {}
