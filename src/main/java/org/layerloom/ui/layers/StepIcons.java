package org.layerloom.ui.layers;

/// The icon of a step of the history, by the verb that its label begins with.
final class StepIcons {
    private StepIcons() {}

    static String of(String label) {
        if (label.contains(" box")) {
            return "mdi2v-vector-square";
        }
        return switch (label.split(" ")[0]) {
            case "Open" -> "mdi2f-file-outline";
            case "Generate" -> "mdi2c-creation";
            case "Re-roll", "Make" -> "mdi2d-dice-5-outline";
            case "Hide" -> "mdi2e-eye-off-outline";
            case "Show" -> label.startsWith("Show only") ? "mdi2e-eye-circle-outline" : "mdi2e-eye-outline";
            case "Move", "Nudge" -> "mdi2a-arrow-all";
            case "Raise" -> "mdi2a-arrow-up";
            case "Lower" -> "mdi2a-arrow-down";
            case "Reorder" -> "mdi2l-layers-outline";
            case "Opacity" -> "mdi2c-circle-opacity";
            case "Blend" -> "mdi2c-circle-half-full";
            case "Delete" -> "mdi2t-trash-can-outline";
            case "Duplicate" -> "mdi2c-content-duplicate";
            case "Place" -> "mdi2l-layers-plus";
            case "Edit" -> "mdi2t-text";
            case "Fold", "Unfold" -> "mdi2f-folder-outline";
            default -> "mdi2p-pencil-outline";
        };
    }
}
