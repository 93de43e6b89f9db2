package org.layerloom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.layerloom.codec.Baking;
import org.layerloom.codec.NamePattern;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSettings;
import org.layerloom.codec.export.ExportSettings.Part;
import picocli.CommandLine.Option;

/// How files are exported.
final class ExportOptions {
    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "N",
            defaultValue = "1",
            description = "0.1 to 8; of several, each is a file of its own: 1,2.")
    private List<Double> scales = List.of();

    @Option(names = "--trim", description = "Cuts the page to what is not transparent.")
    private boolean trim;

    @Option(names = "--visible", description = "Leaves hidden layers out.")
    private boolean visible;

    @Option(
            names = "--background",
            paramLabel = "#RRGGBB",
            description = "Under what is transparent, in png, jpeg, webp, pdf and svg; jpeg: else white.")
    private String background;

    @Option(
            names = "--quality",
            paramLabel = "N",
            defaultValue = "90",
            description = "Of jpeg and webp, 1 to 100; default: ${DEFAULT-VALUE}.")
    private int quality;

    @Option(names = "--lossless", description = "Makes webp keep every pixel.")
    private boolean lossless;

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            description = "What files are called; default: {document}{scale}.")
    private String names = NamePattern.FILE.text();

    @Option(
            names = "--layer-names",
            paramLabel = "PATTERN",
            description = "What the files of a png-set are called; default: {index}-{slug}.")
    private String layerNames = NamePattern.LAYER.text();

    @Option(names = "--no-metadata", description = "Tells no prompt, seed and model.")
    private boolean untold;

    @Option(
            names = "--bake",
            split = ",",
            paramLabel = "PART",
            description = "Puts into the pixels of psd and psb what some readers ignore: ${COMPLETION-CANDIDATES}.")
    private List<Baking.Part> baked = List.of();

    @Option(names = "--editable-text", description = "Writes text beside its pixels in psd and psb.")
    private boolean editableText;

    /// One order for each format and scale.
    List<ExportOrder> orders(List<ExportFormat> formats) throws BadInputException {
        List<ExportOrder> orders = new ArrayList<>();
        for (ExportFormat format : formats) {
            for (double scale : scales) {
                orders.add(new ExportOrder(format, settings(scale)));
            }
        }
        return orders;
    }

    private ExportSettings settings(double scale) throws BadInputException {
        try {
            return new ExportSettings(
                    scale,
                    trim,
                    visible ? Part.VISIBLE : Part.ALL,
                    names,
                    layerNames,
                    colour(),
                    quality,
                    lossless,
                    !untold,
                    Set.copyOf(baked),
                    editableText);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private int colour() throws BadInputException {
        if (background == null) {
            return 0;
        }
        if (!background.matches("#?[0-9a-fA-F]{6}")) {
            throw new BadInputException("--background: " + background + " is no colour such as #ffffff");
        }
        return 0xff000000 | Integer.parseInt(background.replace("#", ""), 16);
    }
}
