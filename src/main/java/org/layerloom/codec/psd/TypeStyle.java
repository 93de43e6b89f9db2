package org.layerloom.codec.psd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.Text;
import org.layerloom.document.text.Typeface;

/// How a text is set, in the words of Photoshop's text engine: font, size, colour, leading, one style for all of it.
/// Sizes are px.
final class TypeStyle {
    private static final double SUPERSCRIPT = 0.583;
    private static final double RISE = 0.333;
    private static final double SMALL_CAPS = 0.7;
    private static final int SHARP = 4;
    private static final int RGB = 1;
    private static final String NORMAL = "Normal RGB";
    /// The text engine wants each paragraph ended, the last too.
    private static final String END = "\r";

    private final Text text;
    private final String content;

    private TypeStyle(Text text) {
        this.text = text;
        this.content = text.content().replace("\n", END) + END;
    }

    static Map<String, Object> of(Text text) {
        TypeStyle style = new TypeStyle(text);
        return map(
                "EngineDict", style.engine(),
                "ResourceDict", style.resources(),
                "DocumentResources", style.resources());
    }

    /// Keys with their values, in this order.
    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private Map<String, Object> engine() {
        return map(
                "Editor", map("Text", content),
                "ParagraphRun", paragraphs(),
                "StyleRun", runs(map("StyleSheet", map("StyleSheetData", style())), List.of(content.length()), 2),
                "AntiAlias", SHARP,
                "UseFractionalGlyphWidths", true,
                "Rendered", map("Version", 1, "Shapes", shapes()));
    }

    private Map<String, Object> paragraphs() {
        Map<String, Object> run = map(
                "ParagraphSheet", map("DefaultStyleSheet", 0, "Properties", paragraph()),
                "Adjustments", map("Axis", List.of(1.0, 0.0, 1.0), "XY", List.of(0.0, 0.0)));
        List<Integer> lengths = new ArrayList<>();
        for (String line : text.content().split("\n", -1)) {
            lengths.add(line.length() + END.length());
        }
        return runs(run, lengths, 1);
    }

    /// @param lengths of the parts of the text that have the style, characters of UTF-16
    /// @param joinable how parts of one kind may be joined
    private static Map<String, Object> runs(Map<String, Object> style, List<Integer> lengths, int joinable) {
        return map(
                "DefaultRunData", style,
                "RunArray", lengths.stream().map(length -> style).toList(),
                "RunLengthArray", lengths,
                "IsJoinable", joinable);
    }

    private Map<String, Object> paragraph() {
        int justification = switch (text.align()) {
            case LEFT -> 0;
            case RIGHT -> 1;
            case CENTER -> 2;
        };
        return map("Justification", justification, "AutoHyphenate", false);
    }

    private Map<String, Object> style() {
        return map(
                "Font",
                0,
                "FontSize",
                text.size(),
                "FauxBold",
                text.bold() && isFaux(false, text.italic()),
                "FauxItalic",
                text.italic() && isFaux(text.bold(), false),
                "AutoLeading",
                false,
                "Leading",
                text.size() * text.leading(),
                "FillColor",
                colour(),
                "FillFlag",
                true);
    }

    /// Whether the font has no face of its own for what sets it apart from these.
    private boolean isFaux(boolean bold, boolean italic) {
        return face(text.bold(), text.italic()).equals(face(bold, italic));
    }

    /// The PostScript name of a face. That of a font which this machine lacks is guessed, as most are called.
    private String face(boolean bold, boolean italic) {
        Typeface face = Typeface.of(text.family(), bold, italic);
        if (!face.missing()) {
            return face.font().getPSName();
        }
        String style = (bold ? "Bold" : "") + (italic ? "Italic" : "");
        return text.family().replace(" ", "") + "-" + (style.isEmpty() ? "Regular" : style);
    }

    private Map<String, Object> colour() {
        List<Double> values = new ArrayList<>();
        for (int shift = 24; shift >= 0; shift -= 8) {
            values.add((text.argb() >>> shift & 0xff) / 255.0);
        }
        return map("Type", RGB, "Values", values); // alpha, red, green, blue
    }

    /// Point text: no frame.
    private static Map<String, Object> shapes() {
        Map<String, Object> shape = map(
                "ShapeType",
                0,
                "Procession",
                0,
                "Lines",
                map("WritingDirection", 0, "Children", List.of()),
                "Cookie",
                map("Photoshop", map("ShapeType", 0, "PointBase", List.of(0.0, 0.0))));
        return map("WritingDirection", 0, "Children", List.of(shape));
    }

    private Map<String, Object> resources() {
        Map<String, Object> font =
                map("Name", face(text.bold(), text.italic()), "Script", 0, "FontType", 1, "Synthetic", 0);
        return map(
                "KinsokuSet",
                List.of(),
                "MojiKumiSet",
                List.of(),
                "TheNormalStyleSheet",
                0,
                "TheNormalParagraphSheet",
                0,
                "ParagraphSheetSet",
                List.of(map("Name", NORMAL, "DefaultStyleSheet", 0, "Properties", paragraph())),
                "StyleSheetSet",
                List.of(map("Name", NORMAL, "StyleSheetData", style())),
                "FontSet",
                List.of(font),
                "SuperscriptSize",
                SUPERSCRIPT,
                "SuperscriptPosition",
                RISE,
                "SubscriptSize",
                SUPERSCRIPT,
                "SubscriptPosition",
                RISE,
                "SmallCapSize",
                SMALL_CAPS);
    }
}
