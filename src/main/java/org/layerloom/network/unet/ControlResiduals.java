package org.layerloom.network.unet;

import java.util.List;
import org.layerloom.tensor.Tensor;

/// What a [ControlNet] adds to a UNet: to each of the skips, in the order in which they are stored, and to the
/// middle.
public record ControlResiduals(List<Tensor> down, Tensor mid) {}
