package org.layerloom.pipeline.patch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.layerloom.generate.Tuning;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Merge;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.WeightsException;

/// A patch file that is merged into a network.
///
/// @param spared names of tensors that it is not merged into
public record PatchUse(Path file, double strength, Patch.Kind kind, Set<String> spared) {
    public PatchUse {
        spared = Set.copyOf(spared);
    }

    public PatchUse(Path file, double strength, Patch.Kind kind) {
        this(file, strength, kind, Set.of());
    }

    /// The artist's own.
    public static List<PatchUse> of(Tuning tuning) {
        return tuning.loras().stream()
                .map(lora -> new PatchUse(lora.file(), lora.strength(), Patch.Kind.SHARED))
                .toList();
    }

    /// What is to be merged into a part of a model, of patches opened from these uses.
    public static List<Merge> merges(List<PatchUse> uses, List<Patch> patches, Part part) {
        List<Merge> merges = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            if (patches.get(i).changes(part)) {
                merges.add(new Merge(
                        patches.get(i), uses.get(i).strength(), uses.get(i).spared()));
            }
        }
        return merges;
    }

    public Patch open(Device device) throws WeightsException {
        return Patch.open(kind, file, device);
    }

    /// Opens all of them; none stays open where one cannot be.
    public static List<Patch> open(List<PatchUse> uses, Device device) throws WeightsException {
        List<Patch> patches = new ArrayList<>();
        try {
            for (PatchUse use : uses) {
                patches.add(use.open(device));
            }
            return patches;
        } catch (WeightsException | RuntimeException | Error e) {
            patches.forEach(Patch::close);
            throw e;
        }
    }
}
