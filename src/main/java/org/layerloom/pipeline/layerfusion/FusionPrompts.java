package org.layerloom.pipeline.layerfusion;

import org.layerloom.network.unet.UnetContext;

/// What the three passes see beside their latents. Each batch's last row is the one with the prompt; under guidance
/// the one without it stands before it.
///
/// @param end place of the first end-of-text token in the foreground's prompt
public record FusionPrompts(UnetContext foreground, UnetContext blended, UnetContext background, int end) {}
