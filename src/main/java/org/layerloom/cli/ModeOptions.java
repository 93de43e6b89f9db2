package org.layerloom.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Region;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Lettering;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import picocli.CommandLine.Option;

/// What is asked of the model beside boxes and prompt: the mode, the pictures that it starts from, and further
/// prompts. Pictures are PNG, PSD or project files of the page's size.
final class ModeOptions {
    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "layers",
            description = "What to make of what; the command models lists the modes of each model;"
                    + " default: ${DEFAULT-VALUE}.")
    private String mode;

    @Option(names = "--negative", paramLabel = "TEXT", defaultValue = "", description = "What to stay away from.")
    private String negative;

    @Option(
            names = "--background-prompt",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A prompt for the background alone.")
    private String backgroundPrompt;

    @Option(names = "--foreground", paramLabel = "PICTURE", description = "Given to modes that start from one.")
    private Path foreground;

    @Option(names = "--background", paramLabel = "PICTURE", description = "Given, and kept as it is.")
    private Path background;

    @Option(names = "--blend", paramLabel = "PICTURE", description = "Given to modes that take one apart.")
    private Path blend;

    @Option(names = "--start", paramLabel = "PICTURE", description = "What the layer of the only box starts from.")
    private Path start;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "0.7",
            description = "How far a start may be left, 0 to 1; default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--control",
            paramLabel = "KIND:PICTURE[:WEIGHT]",
            description = "Steers shapes: canny, scribble or depth, and a picture.")
    private List<String> controls = List.of();

    @Option(
            names = "--letters",
            paramLabel = "text|painted",
            defaultValue = "text",
            description = "What becomes of quoted words in prompts: text layers, or what the model paints;"
                    + " default: ${DEFAULT-VALUE}.")
    private Letters letters = Letters.TEXT;

    private enum Letters {
        TEXT,
        PAINTED
    }

    /// A page with what was given on it, the text that is set there, and what is asked for both.
    record Asked(Document page, Lettering lettering, GenerateRequest request) {
        /// The design with what was made; text is dark or light as the background needs it.
        Document with(GenerateResult result) {
            return result.applyTo(lettering.applyTo(page, result.background()));
        }
    }

    Asked ask(Document layout, String model, Settings settings) throws BadInputException {
        Mode wanted = mode();
        Document page = withPageBox(layout, wanted);
        List<Fixed> fixed = new ArrayList<>();
        page = given(page, background, Fixed.Role.BACKGROUND, GenerateResult.BACKGROUND, fixed);
        page = given(page, foreground, Fixed.Role.FOREGROUND, "Foreground", fixed);
        Document design = page;
        Lettering lettering = lettering(design, wanted);
        page = lettering.applyTo(design);
        page = given(page, blend, Fixed.Role.BLEND, GenerateResult.BLEND, fixed);
        for (String control : controls) {
            page = controlled(page, control, fixed);
        }
        try {
            GenerateRequest plain = GenerateRequest.of(page, model, settings);
            fixed.addAll(plain.fixed());
            GenerateRequest request = new GenerateRequest(
                    model,
                    wanted,
                    page.width(),
                    page.height(),
                    plain.prompt(),
                    negative,
                    backgroundPrompt,
                    wanted.makes(Fixed.Role.FOREGROUND) ? started(plain.targets()) : List.of(),
                    fixed,
                    settings);
            return new Asked(design, lettering, request);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    /// What is quoted in the prompts, unless the model is to paint it.
    private Lettering lettering(Document page, Mode wanted) {
        if (wanted != Mode.LAYERS || letters != Letters.TEXT) {
            return Lettering.NONE;
        }
        return Lettering.of(page, page.regions().stream().map(Region::layer).collect(Collectors.toSet()));
    }

    private Mode mode() throws BadInputException {
        return Arrays.stream(Mode.values())
                .filter(known -> known.word().equalsIgnoreCase(mode))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--mode: there is no mode " + mode + "; the modes are "
                        + Arrays.stream(Mode.values()).map(Mode::word).collect(Collectors.joining(", "))));
    }

    /// A layer needs a box: without one it may fill the page, but for plain layers, where none is wanted then.
    private static Document withPageBox(Document layout, Mode wanted) {
        boolean needsBox = wanted != Mode.LAYERS
                && wanted.makes(Fixed.Role.FOREGROUND)
                && layout.regions().isEmpty();
        return needsBox ? layout.addRegion(layout.canvas()) : layout;
    }

    /// The page with a given picture on it as a layer, which the request keeps.
    private static Document given(Document page, Path file, Fixed.Role role, String name, List<Fixed> fixed)
            throws BadInputException {
        if (file == null) {
            return page;
        }
        LayerProps props = LayerProps.named(page.newId(), name);
        Raster raster = pageSized("--" + role.name().toLowerCase(Locale.ROOT), file, page);
        fixed.add(new Fixed(props.id(), page.canvas(), raster, role));
        return page.add(new PixelLayer(props, raster));
    }

    private static Document controlled(Document page, String text, List<Fixed> fixed) throws BadInputException {
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT);
        if (Arrays.stream(Control.Kind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new BadInputException("--control: " + text + " does not begin with canny:, scribble: or depth:");
        }
        TuningOptions.NumberedFile file = TuningOptions.NumberedFile.of(text.substring(colon + 1), 1);
        LayerProps props = LayerProps.named(page.newId(), kind);
        Raster raster = pageSized("--control", file.path(), page);
        try {
            Control control = new Control(Control.Kind.valueOf(kind), file.number());
            fixed.add(Fixed.control(props.id(), page.canvas(), raster, control));
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--control: " + e.getMessage(), e);
        }
        return page.add(new PixelLayer(props, raster)); // keeps the id from others; the layer is in no design
    }

    private List<Target> started(List<Target> targets) throws BadInputException {
        if (start == null) {
            return targets;
        }
        if (targets.size() != 1) {
            throw new BadInputException("--start: there must be one box, not " + targets.size());
        }
        return List.of(targets.getFirst().startingFrom(read("--start", start), strength));
    }

    private static Raster pageSized(String option, Path file, Document page) throws BadInputException {
        Raster raster = read(option, file);
        if (raster.width() != page.width() || raster.height() != page.height()) {
            throw new BadInputException(option + ": " + file + " has " + raster.width() + " x " + raster.height()
                    + " px, but the page has " + page.width() + " x " + page.height());
        }
        return raster;
    }

    private static Raster read(String option, Path file) throws BadInputException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Compositor.flatten(AnyFile.read(in).document());
        } catch (IOException e) {
            String reason = Files.exists(file) ? ReadFailure.reason(e) : "there is no such file";
            throw new BadInputException(option + ": " + file + ": " + reason, e);
        }
    }
}
