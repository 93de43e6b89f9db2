package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// A file of changes to a model's weights: a LoRA (kohya's, diffusers' or peft's names), or a patch of LayerDiffuse
/// (Forge's `::lora::` and `::diff::`, or whole differences under diffusers' names). It is told by the names in it,
/// whatever the file is called.
///
/// The file stays mapped until it is closed; [Weights#with] merges it.
public final class Patch implements AutoCloseable {
    private final TensorFiles files;
    private final boolean complete;
    private final Map<Part, Map<String, EnumMap<PatchKey.Role, TensorEntry>>> groups = new EnumMap<>(Part.class);

    private Patch(TensorFiles files, boolean complete) {
        this.files = files;
        this.complete = complete;
    }

    /// A patch that artists share: what it says of tensors that the model has not is left out.
    ///
    /// @throws WeightsException if the file is missing, broken, or no patch
    public static Patch lora(Path file, Device device) throws WeightsException {
        return open(file, device, false);
    }

    /// A patch that belongs to a system: every change in it must find its tensor.
    ///
    /// @throws WeightsException if the file is missing, broken, or no patch
    public static Patch complete(Path file, Device device) throws WeightsException {
        return open(file, device, true);
    }

    private static Patch open(Path file, Device device, boolean complete) throws WeightsException {
        Patch patch = new Patch(TensorFiles.open(file, device), complete);
        for (String name : patch.files.names()) {
            TensorEntry entry = patch.files.entry(name);
            Optional<PatchKey> key = PatchKey.of(entry);
            if (key.isPresent()) {
                patch.groups
                        .computeIfAbsent(key.get().part(), part -> new LinkedHashMap<>())
                        .computeIfAbsent(key.get().target(), target -> new EnumMap<>(PatchKey.Role.class))
                        .put(key.get().role(), entry);
            }
        }
        if (patch.groups.isEmpty()) {
            throw new WeightsException(
                    "the file " + file + " is no patch: no tensor in it is named as a change to a model's weights");
        }
        return patch;
    }

    public Path file() {
        return files.source();
    }

    /// Whether it changes this part of a model.
    public boolean changes(Part part) {
        return groups.containsKey(part);
    }

    /// The changes by the names of the tensors that they change.
    ///
    /// @throws WeightsException if they do not fit this model
    Map<String, Change> changes(Part part, TensorFiles model) throws WeightsException {
        TargetNames targets = new TargetNames(part, model.names());
        Map<String, Change> changes = new HashMap<>();
        String astray = null;
        for (var group : groups.getOrDefault(part, Map.of()).entrySet()) {
            Optional<String> target = targets.find(group.getKey());
            if (target.isPresent()) {
                changes.put(target.get(), fitting(change(group.getValue()), model.entry(target.get())));
            } else {
                astray = group.getKey();
            }
        }
        if (astray != null && (complete || changes.isEmpty())) {
            throw new WeightsException("the patch " + file() + " is for another kind of model: it changes " + astray
                    + ", which " + model.source() + " has not");
        }
        return changes;
    }

    private Change fitting(Change change, TensorEntry base) throws WeightsException {
        if (change.shape(base.shape()).length == 0) {
            throw new WeightsException("the patch " + file() + " is for another kind of model: it changes "
                    + base.name() + " in the shape " + change.found() + ", but that of " + base.file() + " has "
                    + Arrays.toString(base.shape()));
        }
        return change;
    }

    private Change change(EnumMap<PatchKey.Role, TensorEntry> group) throws WeightsException {
        TensorEntry difference = group.get(PatchKey.Role.DIFFERENCE);
        if (difference != null) {
            return new Change.Whole(files, difference);
        }
        TensorEntry up = group.get(PatchKey.Role.UP);
        TensorEntry down = group.get(PatchKey.Role.DOWN);
        if (up == null || down == null || up.shape().length < 2 || down.shape().length < 2) {
            String name = group.values().iterator().next().name();
            throw new WeightsException("the file " + file() + " is broken at the tensor " + name
                    + ": a change needs an upward and a downward matrix");
        }
        double scale = 1;
        if (group.containsKey(PatchKey.Role.ALPHA)) {
            try (Tensor alpha = files.load(group.get(PatchKey.Role.ALPHA))) {
                scale = alpha.toFloats()[0] / down.shape()[0];
            }
        }
        return new Change.LowRank(files, up, group.get(PatchKey.Role.MIDDLE), down, scale);
    }

    @Override
    public void close() {
        files.close();
    }
}
