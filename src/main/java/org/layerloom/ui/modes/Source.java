package org.layerloom.ui.modes;

import java.util.Objects;
import org.layerloom.document.LayerId;

/// Which picture of the document a run is given.
public sealed interface Source {
    /// The layer that is selected when the run is asked for.
    record Selected() implements Source {}

    /// One layer, with all that it holds where it is a group; hidden ones too.
    record Of(LayerId layer) implements Source {
        public Of {
            Objects.requireNonNull(layer);
        }
    }

    /// All that is seen below what is made.
    record Below() implements Source {}

    /// The whole picture as it is seen.
    record Everything() implements Source {}

    /// None: the run does without.
    record Nothing() implements Source {}
}
