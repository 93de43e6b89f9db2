package org.layerloom.pipeline.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A network with the patches that runs ask for. What no patch changes is held once for all; of what was merged,
/// only the last ones used are kept.
public final class PatchedNetworks<N> implements AutoCloseable {
    private final Part part;
    private final Weights stored;
    private final int kept;
    private final Loader<N> loader;
    private final Map<List<PatchUse>, Merged<N>> merged;

    /// Makes the network of its weights.
    @FunctionalInterface
    public interface Loader<N> {
        N load(Weights weights) throws WeightsException;
    }

    /// A network, and what it alone holds.
    private record Merged<N>(Weights weights, List<Patch> patches, N network) {
        void close() {
            weights.close();
            patches.forEach(Patch::close);
        }
    }

    /// @param part   which patches count
    /// @param stored owned from here on
    /// @param kept   how many of the last ones used are kept
    public PatchedNetworks(Part part, Weights stored, int kept, Loader<N> loader) {
        this.part = part;
        this.stored = stored;
        this.kept = kept;
        this.loader = loader;
        merged = new LinkedHashMap<>(kept, 1, true);
    }

    /// The network with patches merged one after the other; good until as many others were asked for as are kept.
    public N with(List<PatchUse> uses) throws WeightsException {
        Merged<N> known = merged.get(uses);
        if (known == null) {
            if (merged.size() == kept) {
                merged.remove(merged.keySet().iterator().next()).close();
            }
            known = merge(uses);
            merged.put(List.copyOf(uses), known);
        }
        return known.network;
    }

    private Merged<N> merge(List<PatchUse> uses) throws WeightsException {
        List<Patch> patches = PatchUse.open(uses, stored.device());
        try {
            Weights weights = stored.with(part, PatchUse.merges(uses, patches, part));
            try {
                return new Merged<>(weights, patches, loader.load(weights));
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
