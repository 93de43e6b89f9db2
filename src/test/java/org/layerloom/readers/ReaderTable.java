package org.layerloom.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.layerloom.codec.Baking;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// What other programs make of our files, feature by feature, as the tables of docs/formats.md.
final class ReaderTable {
    /// Steps of 255 up to which two pictures are the same.
    static final double SAME = 2;

    private static final List<String> PROGRAMS = List.of("psd-tools", "ag-psd", "gimp", "krita");
    private static final List<String> MERGED_BY = List.of("psd-tools", "ag-psd", "ImageMagick", "gimp", "pillow");

    private final OurFiles files;

    ReaderTable(OurFiles files) {
        this.files = files;
    }

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| PSD | psd-tools | ag-psd | GIMP | Krita |");
        lines.add("|---|---|---|---|---|");
        for (Feature feature : Feature.values()) {
            lines.add("| " + feature.title() + row(feature, ".psd", PROGRAMS));
        }
        lines.add("");
        lines.add("| OpenRaster | Krita |");
        lines.add("|---|---|");
        for (Feature feature : Feature.values()) {
            if (feature.baked().isEmpty()) {
                lines.add("| " + feature.title() + row(feature, ".ora", List.of("krita")));
            }
        }
        lines.add("");
        lines.add("| Flattened picture of a PSD | psd-tools | ag-psd | ImageMagick | GIMP | Pillow, on white |");
        lines.add("|---|---|---|---|---|---|");
        lines.add(merged("opaque", true));
        lines.add(merged("with alpha", false));
        return lines;
    }

    private String row(Feature feature, String ending, List<String> programs) throws IOException {
        StringBuilder row = new StringBuilder();
        for (String program : programs) {
            row.append(" | ").append(cell(feature, feature.name() + ending, program));
        }
        return row.append(" |").toString();
    }

    private String cell(Feature feature, String file, String program) throws IOException {
        Optional<JsonNode> tree = files.tree(file, program);
        if (tree.isEmpty()) {
            return "refused";
        }
        boolean psd = file.endsWith(".psd");
        Document written = psd ? feature.written() : Baking.of(feature.document());
        Set<String> lost = Told.differing(written, psd, tree.get()).keySet();
        List<String> words = new ArrayList<>();
        if (!lost.isEmpty()) {
            words.add("not " + String.join(", ", lost));
        }
        Document shown = feature.document();
        files.picture(file, program, "drawn", shown)
                .ifPresent(drawn -> words.addAll(drawn(feature, Compositor.flatten(shown), drawn)));
        return words.isEmpty() ? "yes" : String.join("; ", words);
    }

    /// What is wrong with the picture.
    private static List<String> drawn(Feature feature, Raster expected, Raster drawn) {
        double difference = Pictures.premultipliedDifference(expected, drawn);
        if (difference <= SAME) {
            return List.of();
        }
        String modes = feature == Feature.MODES ? " in " + String.join(", ", modes(expected, drawn)) : "";
        return List.of("off by " + Math.round(difference) + modes);
    }

    /// Those in which the fields of the document of modes differ.
    private static Set<String> modes(Raster expected, Raster drawn) {
        Set<String> other = new TreeSet<>();
        List<BlendMode> modes = Feature.modes();
        int columns = Feature.WIDTH / Feature.FIELD;
        for (int i = 0; i < modes.size(); i++) {
            Rect field =
                    new Rect(i % columns * Feature.FIELD, i / columns * Feature.FIELD, Feature.FIELD, Feature.FIELD);
            if (Pictures.premultipliedDifference(expected.crop(field), drawn.crop(field)) > SAME) {
                other.add(modes.get(i).name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return other;
    }

    private String merged(String title, boolean opaque) throws IOException {
        StringBuilder row = new StringBuilder("| ").append(title);
        for (String program : MERGED_BY) {
            double worst = 0;
            for (Feature feature : Feature.values()) {
                Document document = feature.document();
                Raster expected = Compositor.flatten(document);
                if (isOpaque(expected) == opaque) {
                    Raster picture = files.picture(feature.name() + ".psd", program, "merged", document)
                            .orElseThrow();
                    Raster ours = program.equals("pillow") ? onWhite(expected) : expected;
                    worst = Math.max(worst, Pictures.premultipliedDifference(ours, picture));
                }
            }
            row.append(" | ").append(Math.round(worst * 10) / 10.0);
        }
        return row.append(" |").toString();
    }

    static boolean isOpaque(Raster raster) {
        for (int argb : raster.toArgb()) {
            if (argb >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    private static Raster onWhite(Raster raster) {
        int[] argb = raster.toArgb();
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            int white = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                int colour = argb[i] >> shift & 255;
                white |= Math.round((colour * alpha + 255 * (255 - alpha)) / 255f) << shift;
            }
            argb[i] = 0xff000000 | white;
        }
        return Raster.of(raster.width(), raster.height(), argb);
    }
}
