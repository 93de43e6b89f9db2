package org.layerloom.cli;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.layerloom.document.Bytes;

/// What a colour profile calls itself: its tag `desc`, in the form of ICC version 2 or 4.
final class ColourProfile {
    private static final int TAGS = 128;
    private static final int DESC = 0x64657363;
    private static final int MLUC = 0x6d6c7563;
    private static final int MAX_TAGS = 200;
    private static final int MAX_NAME = 200;

    private ColourProfile() {}

    /// The name, or how large the profile is where it has none that can be read.
    static String name(Bytes profile) {
        try {
            String name = description(ByteBuffer.wrap(profile.toArray())).strip();
            return name.isEmpty() ? profile.toString() : name;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            return profile.toString(); // damaged
        }
    }

    private static String description(ByteBuffer icc) {
        int tags = Math.min(MAX_TAGS, icc.getInt(TAGS));
        for (int i = 0; i < tags; i++) {
            int tag = TAGS + 4 + i * 12;
            if (icc.getInt(tag) == DESC) {
                return text(icc, icc.getInt(tag + 4));
            }
        }
        return "";
    }

    private static String text(ByteBuffer icc, int at) {
        boolean unicode = icc.getInt(at) == MLUC;
        // Of many languages the first: its length and place; else the length of the ASCII text with its NUL.
        int length = icc.getInt(at + (unicode ? 20 : 8));
        byte[] text = new byte[Math.clamp(length, 0, MAX_NAME)];
        icc.get(unicode ? at + icc.getInt(at + 24) : at + 12, text);
        return new String(text, unicode ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII).replace("\0", "");
    }
}
