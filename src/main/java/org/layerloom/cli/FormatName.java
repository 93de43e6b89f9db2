package org.layerloom.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.layerloom.codec.export.ExportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A form of export by what it is called on the command line.
final class FormatName implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String name) {
        return ExportFormat.ofId(name)
                .orElseThrow(() -> new TypeConversionException("expected one of " + all() + " but was '" + name + "'"));
    }

    static String all() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::id).collect(Collectors.joining(", "));
    }

    /// The names that `generate` has known longer: its PNG files are a set.
    static final class OfDesigns implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String name) {
            return name.equalsIgnoreCase("png") ? ExportFormat.PNG_SET : new FormatName().convert(name);
        }
    }
}
