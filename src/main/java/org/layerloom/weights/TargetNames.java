package org.layerloom.weights;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// Finds the tensor that a patch means, whichever of the common spellings it uses.
final class TargetNames {
    private static final String TEXT = "text_model.";
    private static final String OUT = ".to_out.0.";

    private final Map<String, String> names = new HashMap<>();

    /// @param all names of the network's tensors, diffusers'
    TargetNames(Part part, NavigableSet<String> all) {
        for (String name : all) {
            add(name, name);
            if (part == Part.UNET) {
                String ldm = LdmNames.toLdm(name, all);
                if (ldm != null) {
                    add(ldm, name);
                }
                add(name.replace(OUT, ".to_out."), name);
            } else if (name.startsWith(TEXT)) {
                add(name.substring(TEXT.length()), name);
            }
        }
    }

    /// Kohya's files have underscores for all dots but the last.
    private void add(String spelling, String name) {
        names.putIfAbsent(spelling, name);
        int last = spelling.lastIndexOf('.');
        if (last > 0) {
            names.putIfAbsent(spelling.substring(0, last).replace('.', '_') + spelling.substring(last), name);
        }
    }

    Optional<String> find(String spelling) {
        return Optional.ofNullable(names.get(spelling));
    }
}
