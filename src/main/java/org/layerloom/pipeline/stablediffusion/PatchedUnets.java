package org.layerloom.pipeline.stablediffusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetConfig;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Merge;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The denoiser with the patches that runs ask for. What no patch changes is held once for all; of what was merged,
/// only the last ones used are kept.
final class PatchedUnets implements AutoCloseable {
    /// A run needs at most two at a time: patched and not.
    private static final int KEPT = 2;

    private final Weights stored;
    private final UnetConfig config;
    private final Device device;
    private final Map<List<PatchUse>, Merged> merged = new LinkedHashMap<>(KEPT, 1, true);

    /// A denoiser, and what it alone holds.
    private record Merged(Weights weights, List<Patch> patches, Unet unet) {
        void close() {
            weights.close();
            patches.forEach(Patch::close);
        }
    }

    /// @param stored owned from here on
    PatchedUnets(Weights stored, UnetConfig config, Device device) {
        this.stored = stored;
        this.config = config;
        this.device = device;
    }

    /// Good until two others were asked for.
    Unet with(List<PatchUse> uses) throws WeightsException {
        Merged known = merged.get(uses);
        if (known == null) {
            if (merged.size() == KEPT) {
                merged.remove(merged.keySet().iterator().next()).close();
            }
            known = merge(uses);
            merged.put(List.copyOf(uses), known);
        }
        return known.unet;
    }

    private Merged merge(List<PatchUse> uses) throws WeightsException {
        List<Patch> patches = new ArrayList<>();
        List<Merge> merges = new ArrayList<>();
        try {
            for (PatchUse use : uses) {
                Patch patch = use.open(device);
                patches.add(patch);
                if (patch.changes(Part.UNET)) {
                    merges.add(new Merge(patch, use.strength()));
                }
            }
            Weights weights = stored.with(Part.UNET, merges);
            try {
                return new Merged(weights, patches, Unet.load(weights, config));
            } catch (WeightsException | RuntimeException | Error e) {
                weights.close();
                throw e;
            }
        } catch (WeightsException | RuntimeException | Error e) {
            patches.forEach(Patch::close);
            throw e;
        }
    }

    @Override
    public void close() {
        merged.values().forEach(Merged::close);
        merged.clear();
        stored.close();
    }
}
