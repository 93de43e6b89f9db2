package org.layerloom.generate;

import java.nio.file.Path;

/// A file that a model needs for something and has not.
///
/// @param name as it is published: `layer_xl_fg2ble.safetensors`
/// @param place the folder that it would go to
public record MissingFile(String name, Path place) {}
