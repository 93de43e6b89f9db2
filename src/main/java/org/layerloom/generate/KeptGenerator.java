package org.layerloom.generate;

/// The generator of the last run, kept loaded for the next one. It is closed when another model or device is wanted,
/// and at the end; never while a run uses it, and never on the thread that asks for it.
public final class KeptGenerator {
    private ModelEntry entry;
    private String device = "";
    private LayerGenerator generator;
    private boolean inUse;
    private boolean closeWhenFree;

    private boolean holds(ModelEntry wanted, String device) {
        return generator != null && wanted.equals(entry) && device.equals(this.device);
    }

    /// Gives back what another model takes, so that it does not count when the wanted one's room is measured. On a
    /// run's thread.
    ///
    /// @return whether the wanted one is loaded already
    public synchronized boolean clearFor(ModelEntry wanted, String device) {
        boolean held = holds(wanted, device);
        if (!held) {
            closeNow();
        }
        return held;
    }

    /// The model's generator, loaded where it is not yet. Called on a run's thread, which has to `giveBack`
    /// whatever happens.
    public synchronized LayerGenerator take(ModelEntry wanted, String device, Progress progress) throws ModelException {
        inUse = true;
        if (!clearFor(wanted, device)) {
            generator = wanted.open(device, progress);
            entry = wanted;
            this.device = device;
        }
        return generator;
    }

    /// The run is over.
    public synchronized void giveBack() {
        inUse = false;
        if (closeWhenFree) {
            closeWhenFree = false;
            closeNow();
        }
    }

    /// Gives the weights' memory back as soon as no run uses them; returns at once.
    public void close() {
        Thread.ofPlatform().name("close model").daemon().start(this::closeWhenFree);
    }

    private synchronized void closeWhenFree() {
        if (inUse) {
            closeWhenFree = true;
        } else {
            closeNow();
        }
    }

    private void closeNow() {
        if (generator != null) {
            generator.close();
        }
        generator = null;
        entry = null;
    }
}
