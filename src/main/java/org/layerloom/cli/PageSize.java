package org.layerloom.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerloom.codec.layout.LayoutReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A page's size in px, as the command line has it: `1024x768`.
record PageSize(int width, int height) {
    /// Reads one.
    static final class Converter implements ITypeConverter<PageSize> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})[xX×](\\d{1,6})");

        @Override
        public PageSize convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("expected a size in px like 1024x768 but was '" + text + "'");
            }
            return new PageSize(side(parts.group(1)), side(parts.group(2)));
        }

        private static int side(String digits) {
            int side = Integer.parseInt(digits);
            if (side < 1 || side > LayoutReader.MAX_SIDE) {
                throw new TypeConversionException(
                        "a page has 1 to " + LayoutReader.MAX_SIDE + " px a side but was given " + side);
            }
            return side;
        }
    }
}
