package org.layerloom.network.unet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.layerloom.tensor.Tensor;

/// What a [ControlNet] adds to a UNet: to each of the skips, in the order in which they are stored, and to the
/// middle.
public record ControlResiduals(List<Tensor> down, Tensor mid) {
    public List<Tensor> parts() {
        return Stream.concat(down.stream(), Stream.of(mid)).toList();
    }

    /// What two ControlNets add together.
    public ControlResiduals plus(ControlResiduals other) {
        List<Tensor> sums = IntStream.range(0, down.size())
                .mapToObj(i -> down.get(i).add(other.down.get(i)))
                .toList();
        return new ControlResiduals(sums, mid.add(other.mid));
    }
}
