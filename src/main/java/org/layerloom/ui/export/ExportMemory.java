package org.layerloom.ui.export;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.layerloom.codec.Baking;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSettings;
import org.layerloom.codec.export.ExportSettings.Part;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.Setting;
import org.layerloom.words.Words;

/// The presets that come with the program and the user's own, and what was exported last.
final class ExportMemory {
    /// What programs that ignore it in a Photoshop file need in the pixels.
    static final Set<Baking.Part> FOR_OTHERS =
            EnumSet.of(Baking.Part.FILL, Baking.Part.CLIPPING, Baking.Part.GROUP_OPACITY);

    private static final Words WORDS = Words.of(ExportMemory.class);
    private static final Setting<List<ExportPreset>> OWN =
            new Setting<>("exportPresets", new TypeReference<>() {}, List.of());
    private static final Setting<List<ExportOrder>> LAST = new Setting<>(
            "exportLast",
            new TypeReference<>() {},
            List.of(new ExportOrder(ExportFormat.PSD)),
            orders -> !orders.isEmpty());

    private final Preferences preferences;

    ExportMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    List<ExportOrder> last() {
        return preferences.get(LAST);
    }

    void rememberLast(List<ExportOrder> orders) {
        preferences.set(LAST, orders);
    }

    /// The user's own, in the order in which they were saved.
    List<ExportPreset> own() {
        return preferences.get(OWN);
    }

    /// Keeps a preset in place of one of the same name.
    void keep(ExportPreset preset) {
        List<ExportPreset> more = new ArrayList<>(without(preset.name()));
        more.add(preset);
        preferences.set(OWN, List.copyOf(more));
    }

    void forget(String name) {
        preferences.set(OWN, without(name));
    }

    private List<ExportPreset> without(String name) {
        return own().stream().filter(preset -> !preset.name().equals(name)).toList();
    }

    static List<ExportPreset> builtIn() {
        ExportSettings plain = ExportSettings.PLAIN;
        ExportSettings shown = plain.withPart(Part.VISIBLE);
        return List.of(
                preset("photoshop", new ExportOrder(ExportFormat.PSD)),
                preset("baked", new ExportOrder(ExportFormat.PSD, plain.withBaked(FOR_OTHERS))),
                preset("openraster", new ExportOrder(ExportFormat.ORA)),
                preset("webp", new ExportOrder(ExportFormat.WEBP, plain.withMetadata(false))),
                preset(
                        "png",
                        new ExportOrder(ExportFormat.PNG, plain.withMetadata(false)),
                        new ExportOrder(
                                ExportFormat.PNG, plain.withMetadata(false).withScale(2))),
                preset("sprites", new ExportOrder(ExportFormat.SPRITE_SHEET, shown)),
                preset("print", new ExportOrder(ExportFormat.PDF, shown.withBackground(0xffffffff))));
    }

    private static ExportPreset preset(String key, ExportOrder... orders) {
        return new ExportPreset(WORDS.text("preset." + key), List.of(orders));
    }
}
