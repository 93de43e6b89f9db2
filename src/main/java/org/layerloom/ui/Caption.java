package org.layerloom.ui;

import org.layerloom.document.LayerId;

/// What the chip of a box on the canvas says beside its name, in place of its size.
///
/// @param text `version 2 of 5`
public record Caption(LayerId box, String text) {}
