package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.words.Words;

/// The first 26 bytes of a file.
///
/// @param channels of the flattened picture
/// @param depth bits of a channel: 1, 8, 16 or 32
record PsdHeader(PsdVersion version, int channels, int width, int height, int depth, ColourMode mode) {
    private static final Words WORDS = Words.of(PsdHeader.class);
    private static final int MAX_CHANNELS = 56;

    static PsdHeader read(PsdInput in) throws IOException {
        if (!in.key().equals("8BPS")) {
            throw new IOException(WORDS.text("no.psd"));
        }
        PsdVersion version = version(in.int16());
        in.skip(6);
        int channels = in.int16();
        int height = in.int32();
        int width = in.int32();
        int depth = in.int16();
        int number = in.int16();
        if (!Document.isPage(width, height)) {
            throw new IOException(WORDS.text(
                    "side",
                    Integer.toUnsignedString(width),
                    Integer.toUnsignedString(height),
                    Document.MAX_SIDE,
                    Document.MAX_PIXELS / 1_000_000));
        }
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new IOException(WORDS.text("channels", channels));
        }
        ColourMode mode = ColourMode.of(number)
                .filter(known -> known.hasDepth(depth))
                .orElseThrow(() -> new IOException(WORDS.text("mode", modeName(number), depth)));
        return new PsdHeader(version, channels, width, height, depth, mode);
    }

    private static PsdVersion version(int number) throws IOException {
        return Arrays.stream(PsdVersion.values())
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new IOException(WORDS.text("version", number)));
    }

    private static String modeName(int number) {
        return ColourMode.of(number).map(ColourMode::title).orElse(WORDS.text("mode.other", number));
    }

    /// How a channel of that size lies in the file.
    PlaneFormat plane(int width, int height) {
        return new PlaneFormat(width, height, depth, version);
    }

    /// What of the colours is not as in the file, as sentences.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        mode.note().ifPresent(notes::add);
        if (depth == 16) {
            notes.add(WORDS.text("convert.16"));
        } else if (depth == 32) {
            notes.add(WORDS.text("convert.32"));
        }
        return notes;
    }
}
