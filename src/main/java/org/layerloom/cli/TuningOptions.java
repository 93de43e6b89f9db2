package org.layerloom.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerloom.generate.Lora;
import org.layerloom.generate.Tuning;
import picocli.CommandLine.Option;

/// The options for models that can be tuned.
final class TuningOptions {
    /// A file and a number; a file's name may have colons of its own.
    private static final Pattern WITH_NUMBER = Pattern.compile("(.+?)(?::(-?\\d*\\.?\\d+))?");

    @Option(names = "--sampler", paramLabel = "NAME", description = "One that the command models lists.")
    private String sampler;

    @Option(
            names = "--lora",
            paramLabel = "FILE[:STRENGTH]",
            description = "Merges a LoRA file; may be given several times; strength 1 = as trained.")
    private List<String> loras = List.of();

    @Option(
            names = "--patch-strength",
            paramLabel = "S",
            defaultValue = "1",
            description = "How much of LayerDiffuse's changes counts, 0 to 2; default: ${DEFAULT-VALUE}.")
    private double patchStrength;

    @Option(
            names = "--stop-at",
            paramLabel = "P",
            description = "The part of the noise, 0 to 1, after which they are left out; else as the mode does best.")
    private Double stopAt;

    Tuning tuning() throws BadInputException {
        try {
            List<Lora> files = new ArrayList<>();
            for (String lora : loras) {
                NumberedFile file = NumberedFile.of(lora, 1);
                files.add(new Lora(file.path, file.number));
            }
            OptionalDouble stop = stopAt == null ? OptionalDouble.empty() : OptionalDouble.of(stopAt);
            return new Tuning(Optional.ofNullable(sampler), files, patchStrength, stop);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    /// `FILE:NUMBER`, or `FILE` alone.
    record NumberedFile(Path path, double number) {
        static NumberedFile of(String text, double otherwise) throws BadInputException {
            Matcher parts = WITH_NUMBER.matcher(text);
            try {
                boolean numbered = parts.matches() && parts.group(2) != null;
                return numbered
                        ? new NumberedFile(Path.of(parts.group(1)), Double.parseDouble(parts.group(2)))
                        : new NumberedFile(Path.of(text), otherwise);
            } catch (InvalidPathException e) {
                throw new BadInputException(text + ": this is no file's name", e);
            }
        }
    }
}
