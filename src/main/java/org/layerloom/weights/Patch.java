package org.layerloom.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerloom.tensor.Device;

/// A file of changes to a model's weights: a LoRA (kohya's, diffusers' or peft's names), or a patch of LayerDiffuse
/// (Forge's `::lora::` and `::diff::`, or whole differences under diffusers' names). It is told by the names in it,
/// whatever the file is called.
///
/// The file stays mapped until it is closed; [Weights#with] merges it.
public final class Patch implements AutoCloseable {
    private final TensorFiles files;
    private final Kind kind;
    private final Map<Part, Map<String, EnumMap<PatchKey.Role, TensorEntry>>> groups = new EnumMap<>(Part.class);

    /// How a patch is to be taken.
    public enum Kind {
        /// As artists share them: what it says of tensors that the model has not is left out.
        SHARED,
        /// It belongs to a system: every change in it must find its tensor.
        SYSTEM,
        /// As `SYSTEM`, and alphas in the file count for nothing: ART's reference drops those of the patch that it
        /// fuses first.
        SYSTEM_WITHOUT_ALPHA
    }

    private Patch(TensorFiles files, Kind kind) {
        this.files = files;
        this.kind = kind;
    }

    /// @throws WeightsException if the file is missing, broken, or no patch
    public static Patch open(Kind kind, Path file, Device device) throws WeightsException {
        Patch patch = new Patch(TensorFiles.open(file, device), kind);
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
        return spellings(part).stream().anyMatch(groups::containsKey);
    }

    /// The parts that a file may name where it means this one: a transformer goes by a UNet's name too.
    private static List<Part> spellings(Part part) {
        return part == Part.TRANSFORMER ? List.of(Part.TRANSFORMER, Part.UNET) : List.of(part);
    }

    /// The changes by the names of the tensors that they change.
    ///
    /// @param spared names of tensors that are not changed
    /// @throws WeightsException if they do not fit this model
    Map<String, Change> changes(Part part, TensorFiles model, Set<String> spared) throws WeightsException {
        TargetNames targets = new TargetNames(part, model.names());
        Map<String, Change> changes = new HashMap<>();
        String astray = null;
        for (Part spelling : spellings(part)) {
            for (var group : groups.getOrDefault(spelling, Map.of()).entrySet()) {
                List<String> names = targets.find(group.getKey());
                if (names.isEmpty()) {
                    astray = group.getKey();
                } else {
                    spread(change(group.getValue()), names, model, changes);
                }
            }
        }
        if (astray != null && (kind != Kind.SHARED || changes.isEmpty())) {
            throw new WeightsException("the patch " + file() + " is for another kind of model: it changes " + astray
                    + ", which " + model.source() + " has not");
        }
        changes.keySet().removeAll(spared);
        return changes;
    }

    /// A change of one matrix that the model has in several parts is as many changes.
    private void spread(Change change, List<String> names, TensorFiles model, Map<String, Change> changes)
            throws WeightsException {
        if (names.size() == 1) {
            changes.put(names.getFirst(), fitting(change, model.entry(names.getFirst())));
            return;
        }
        long total = 0;
        for (String name : names) {
            total += model.entry(name).shape()[0];
        }
        if (change.rows() != total) {
            throw new WeightsException("the patch " + file() + " is for another kind of model: it changes " + names
                    + " in " + change.rows() + " rows, but those of " + model.source() + " have " + total);
        }
        long first = 0;
        for (String name : names) {
            TensorEntry base = model.entry(name);
            changes.put(name, fitting(change.rows(first, base.shape()[0]), base));
            first += base.shape()[0];
        }
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
        TensorEntry alpha = kind == Kind.SYSTEM_WITHOUT_ALPHA ? null : group.get(PatchKey.Role.ALPHA);
        return new Change.LowRank(files, up, group.get(PatchKey.Role.MIDDLE), down, alpha);
    }

    @Override
    public void close() {
        files.close();
    }
}
