package org.layerloom.ui.tools;

/// A shape of crops with a name for people.
public record CropPreset(String name, CropShape shape) {}
