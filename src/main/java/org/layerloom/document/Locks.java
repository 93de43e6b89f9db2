package org.layerloom.document;

/// What of a layer is kept from change.
///
/// @param transparency the alpha stays; colours may change
/// @param pixels nothing may be painted, and a run of the generator keeps the layer as it is
/// @param position the layer cannot be moved or transformed
public record Locks(boolean transparency, boolean pixels, boolean position) {
    public static final Locks NONE = new Locks(false, false, false);
    public static final Locks ALL = new Locks(true, true, true);

    public boolean any() {
        return transparency || pixels || position;
    }

    public Locks withTransparency(boolean transparency) {
        return new Locks(transparency, pixels, position);
    }

    public Locks withPixels(boolean pixels) {
        return new Locks(transparency, pixels, position);
    }

    public Locks withPosition(boolean position) {
        return new Locks(transparency, pixels, position);
    }
}
