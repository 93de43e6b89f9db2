package org.layerloom.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/// Finds the tensors that a patch means, whichever of the common spellings it uses.
final class TargetNames {
    private static final String TEXT = "text_model.";
    private static final String OUT = ".to_out.0.";

    private final Map<String, List<String>> names = new HashMap<>();

    /// @param all names of the network's tensors, diffusers'
    TargetNames(Part part, NavigableSet<String> all) {
        Map<String, TreeMap<Integer, String>> originals = new HashMap<>();
        for (String name : all) {
            add(name, List.of(name));
            switch (part) {
                case UNET -> {
                    String ldm = LdmNames.toLdm(name, all);
                    if (ldm != null) {
                        add(ldm, List.of(name));
                    }
                    add(name.replace(OUT, ".to_out."), List.of(name));
                }
                case TRANSFORMER -> {
                    FluxNames.Original original = FluxNames.toOriginal(name);
                    if (original != null) {
                        originals
                                .computeIfAbsent(original.name(), key -> new TreeMap<>())
                                .put(original.part(), name);
                    }
                    add(name.replace(OUT, ".to_out."), List.of(name));
                }
                default -> {
                    if (name.startsWith(TEXT)) {
                        add(name.substring(TEXT.length()), List.of(name));
                    }
                }
            }
        }
        originals.forEach((original, parts) -> add(original, List.copyOf(parts.values())));
    }

    /// Kohya's files have underscores for all dots but the last.
    private void add(String spelling, List<String> targets) {
        names.putIfAbsent(spelling, targets);
        int last = spelling.lastIndexOf('.');
        if (last > 0) {
            names.putIfAbsent(spelling.substring(0, last).replace('.', '_') + spelling.substring(last), targets);
        }
    }

    /// The tensors whose rows, one after the other, are those of the tensor that is meant; empty where there are
    /// none.
    List<String> find(String spelling) {
        return names.getOrDefault(spelling, List.of());
    }
}
