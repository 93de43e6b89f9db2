package org.layerloom.document;

/// How a layer's colours meet what is below, in Photoshop's menu order. No formulas and no file keys here: the
/// compositor has the formulas, and the codecs have a `switch` of their own, so that the compiler finds a mode that one
/// of them lacks.
public enum BlendMode {
    /// Groups only: the children see what is below the group.
    PASS_THROUGH,
    NORMAL,
    DISSOLVE,
    DARKEN,
    MULTIPLY,
    COLOR_BURN,
    LINEAR_BURN,
    DARKER_COLOR,
    LIGHTEN,
    SCREEN,
    COLOR_DODGE,
    LINEAR_DODGE,
    LIGHTER_COLOR,
    OVERLAY,
    SOFT_LIGHT,
    HARD_LIGHT,
    VIVID_LIGHT,
    LINEAR_LIGHT,
    PIN_LIGHT,
    HARD_MIX,
    DIFFERENCE,
    EXCLUSION,
    SUBTRACT,
    DIVIDE,
    HUE,
    SATURATION,
    COLOR,
    LUMINOSITY
}
