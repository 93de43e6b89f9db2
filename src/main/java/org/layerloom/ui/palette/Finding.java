package org.layerloom.ui.palette;

import java.util.List;

/// Something that can be searched for and gone to.
///
/// @param name unique within its kind, remembered between starts where it is an action
/// @param label what is searched and shown first
/// @param place where it is found else: its menu, or what choosing it does
/// @param icon an Ikonli literal
/// @param caps the keys that do it too
/// @param enabled whether it can be done now
public record Finding(
        Kind kind,
        String name,
        String label,
        String place,
        String icon,
        List<String> caps,
        boolean enabled,
        Runnable work) {
    /// The sections of the list, in its order.
    public enum Kind {
        ACTION,
        LAYER,
        SETTING
    }
}
