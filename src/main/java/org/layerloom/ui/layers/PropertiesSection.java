package org.layerloom.ui.layers;

import java.util.function.Predicate;
import javafx.scene.Node;
import org.layerloom.document.Layer;

/// A part of the properties below the layer list that is there for some layers only.
///
/// @param belongs whether the part is shown for the primary selected layer
/// @param content what it shows; it follows the document by itself
public record PropertiesSection(Predicate<Layer> belongs, Node content) {}
