package org.layerloom.codec.psd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.document.Text;

/// How a text is set, out of the values of Photoshop's text engine. Styles of parts of the text tell only in what they
/// differ from the normal one.
final class TypeSheet {
    private static final double AUTO_LEADING = 1.2;
    private static final double NORMAL_SIZE = 12;
    /// Settings that documents lack, with the value that each has when nobody set it.
    private static final Map<String, Double> MORE = Map.of(
            "Tracking", 0.0,
            "HorizontalScale", 1.0,
            "VerticalScale", 1.0,
            "BaselineShift", 0.0,
            "FontCaps", 0.0,
            "FontBaseline", 0.0);

    private final Values engine;
    private final Values resources;
    private final List<Values> styles;
    private final List<Values> paragraphs;

    /// @param data the whole of the block's `EngineData`
    TypeSheet(Values data) {
        engine = data.of("EngineDict");
        resources = data.has("ResourceDict") ? data.of("ResourceDict") : data.of("DocumentResources");
        styles = runs(
                "StyleRun",
                "StyleSheet",
                "StyleSheetData",
                normal("StyleSheetSet", "TheNormalStyleSheet", "StyleSheetData"));
        paragraphs = runs(
                "ParagraphRun",
                "ParagraphSheet",
                "Properties",
                normal("ParagraphSheetSet", "TheNormalParagraphSheet", "Properties"));
    }

    private Values normal(String set, String index, String values) {
        List<Values> sheets = resources.list(set);
        int at = (int) resources.number(index, 0);
        return at >= 0 && at < sheets.size() ? sheets.get(at).of(values) : new Values(Map.of());
    }

    /// What is set of each part of the text that is shown: the engine ends it with a paragraph's end of its own.
    private List<Values> runs(String run, String sheet, String values, Values normal) {
        List<Values> parts = engine.of(run).list("RunArray");
        List<Double> lengths = engine.of(run).numbers("RunLengthArray");
        int shown = engine.of("Editor").text("Text", "").stripTrailing().length();
        List<Values> all = new ArrayList<>();
        double start = 0;
        for (int i = 0; i < parts.size() && (all.isEmpty() || start < shown); i++) {
            all.add(parts.get(i).of(sheet).of(values).over(normal));
            start += i < lengths.size() ? lengths.get(i) : 0;
        }
        return all;
    }

    /// Whether lines end where the text says, not at a frame.
    boolean isPoint() {
        List<Values> shapes = engine.of("Rendered").of("Shapes").list("Children");
        return shapes.size() == 1 && shapes.getFirst().number("ShapeType", 1) == 0;
    }

    /// Whether all of it looks alike, and is filled with one colour.
    boolean isOfOneStyle() {
        return styles.stream().map(TypeSheet::look).distinct().count() == 1
                && paragraphs.stream()
                                .map(sheet -> sheet.number("Justification", 0))
                                .distinct()
                                .count()
                        == 1
                && style().flag("FillFlag", true)
                && !style().flag("StrokeFlag", false)
                && colour().size() == 4
                && colour().stream().allMatch(part -> part >= 0 && part <= 1);
    }

    private static List<Object> look(Values style) {
        return Stream.concat(
                        Stream.of(
                                        "Font",
                                        "FontSize",
                                        "AutoLeading",
                                        "Leading",
                                        "FauxBold",
                                        "FauxItalic",
                                        "FillColor",
                                        "FillFlag",
                                        "StrokeFlag")
                                .map(key -> String.valueOf(style.map().get(key))),
                        MORE.keySet().stream()
                                .map(key -> String.valueOf(style.map().get(key))))
                .map(Object.class::cast)
                .toList();
    }

    private Values style() {
        return styles.getFirst();
    }

    /// Empty for lines that are stretched to a width.
    Optional<Text.Align> align() {
        return switch ((int) paragraphs.getFirst().number("Justification", 0)) {
            case 0 -> Optional.of(Text.Align.LEFT);
            case 1 -> Optional.of(Text.Align.RIGHT);
            case 2 -> Optional.of(Text.Align.CENTER);
            default -> Optional.empty();
        };
    }

    /// The font's PostScript name; empty where none is told.
    String font() {
        List<Values> fonts = resources.list("FontSet");
        int at = (int) style().number("Font", 0);
        return at >= 0 && at < fonts.size() ? fonts.get(at).text("Name", "") : "";
    }

    double size() {
        return style().number("FontSize", NORMAL_SIZE);
    }

    /// As a part of the size.
    double leading() {
        return style().flag("AutoLeading", true)
                ? paragraphs.getFirst().number("AutoLeading", AUTO_LEADING)
                : style().number("Leading", 0) / size();
    }

    boolean fauxBold() {
        return style().flag("FauxBold", false);
    }

    boolean fauxItalic() {
        return style().flag("FauxItalic", false);
    }

    int argb() {
        int argb = 0;
        for (double part : colour()) { // alpha, red, green, blue
            argb = argb << 8 | (int) Math.round(part * 255);
        }
        return argb;
    }

    private List<Double> colour() {
        Values colour = style().of("FillColor");
        return colour.map().isEmpty() ? List.of(1.0, 0.0, 0.0, 0.0) : colour.numbers("Values");
    }

    /// Whether something is set that documents do not know.
    boolean hasMore() {
        return styles.stream().anyMatch(style -> style.flag("Underline", false) || style.flag("Strikethrough", false))
                || MORE.entrySet().stream()
                        .anyMatch(
                                setting -> style().number(setting.getKey(), setting.getValue()) != setting.getValue());
    }
}
