package org.layerloom.generate;

import java.util.concurrent.CancellationException;

/// Ends a run that was stopped when some of its layers were finished already.
public final class PartlyMadeException extends CancellationException {
    private static final long serialVersionUID = 1;

    private final transient GenerateResult made;

    /// @param made the finished layers
    public PartlyMadeException(GenerateResult made) {
        this.made = made;
    }

    /// What the run had finished; it has at least one layer.
    public GenerateResult made() {
        return made;
    }
}
