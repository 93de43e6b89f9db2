package org.layerloom.generate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.layerloom.generate.Fixed.Role;

/// What a request asks for: which pictures are given, and which are made from them and the prompt.
public enum Mode {
    /// One layer a target, and a background unless one is given.
    LAYERS(EnumSet.noneOf(Role.class), EnumSet.of(Role.FOREGROUND, Role.BACKGROUND)),
    /// One transparent layer a target, from noise or from the target's start, and nothing else.
    FOREGROUND(EnumSet.noneOf(Role.class), EnumSet.of(Role.FOREGROUND)),
    /// The picture that a foreground is part of.
    FOREGROUND_TO_BLEND(EnumSet.of(Role.FOREGROUND), EnumSet.of(Role.BLEND)),
    /// The picture that a background becomes with something in front of it.
    BACKGROUND_TO_BLEND(EnumSet.of(Role.BACKGROUND), EnumSet.of(Role.BLEND)),
    /// What is behind the foreground of a picture.
    BLEND_TO_BACKGROUND(EnumSet.of(Role.FOREGROUND, Role.BLEND), EnumSet.of(Role.BACKGROUND)),
    /// What is in front of the background of a picture, as a transparent layer.
    BLEND_TO_FOREGROUND(EnumSet.of(Role.BACKGROUND, Role.BLEND), EnumSet.of(Role.FOREGROUND)),
    /// A background for a foreground, and the picture of both.
    FOREGROUND_TO_BACKGROUND(EnumSet.of(Role.FOREGROUND), EnumSet.of(Role.BACKGROUND, Role.BLEND)),
    /// A transparent layer that fits on a background, a target each, and the picture of both.
    BACKGROUND_TO_FOREGROUND(EnumSet.of(Role.BACKGROUND), EnumSet.of(Role.FOREGROUND, Role.BLEND)),
    /// Foreground, background and the picture of both at once, with prompts of their own.
    JOINT(EnumSet.noneOf(Role.class), EnumSet.of(Role.FOREGROUND, Role.BACKGROUND, Role.BLEND)),
    /// As joint, with light and shadow of foreground and background shared while they are made (LayerFusion); a
    /// given background stays.
    HARMONISE(EnumSet.noneOf(Role.class), EnumSet.of(Role.FOREGROUND, Role.BACKGROUND, Role.BLEND));

    private final Set<Role> given;
    private final Set<Role> made;

    Mode(Set<Role> given, Set<Role> made) {
        this.given = given;
        this.made = made;
    }

    /// Its name on the command line and in messages: `foreground-to-blend`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The roles of pictures that a request must bring along.
    public Set<Role> given() {
        return Set.copyOf(given);
    }

    /// What comes out: FOREGROUND as one layer a target, BACKGROUND and BLEND as pictures of the canvas' size.
    public Set<Role> made() {
        return Set.copyOf(made);
    }

    /// Whether control pictures steer what it makes; the passes that LayerFusion leads in lock step have none.
    public boolean takesControl() {
        return this != HARMONISE;
    }

    public boolean needs(Role role) {
        return given.contains(role);
    }

    public boolean makes(Role role) {
        return made.contains(role);
    }
}
