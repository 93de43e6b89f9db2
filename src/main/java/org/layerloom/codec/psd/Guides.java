package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Guide;

/// The image resource 1032: the grid, and the guides in 32nds of a pixel.
final class Guides {
    static final int ID = 1032;
    private static final int PARTS = 32;
    /// Photoshop's own distance of grid lines, 18 px.
    private static final int GRID = 18 * PARTS;
    /// More than anybody draws; a damaged count claims more.
    private static final int MAX = 10_000;

    private Guides() {}

    static PsdOutput write(List<Guide> guides) throws IOException {
        PsdOutput out = new PsdOutput();
        out.int32(1);
        out.int32(GRID);
        out.int32(GRID);
        out.int32(guides.size());
        for (Guide guide : guides) {
            out.int32(guide.position() * PARTS);
            out.int8(guide.vertical() ? 0 : 1);
        }
        return out;
    }

    static List<Guide> read(byte[] resource) throws IOException {
        PsdInput in = new PsdInput(resource);
        in.skip(12);
        int count = in.int32();
        List<Guide> guides = new ArrayList<>();
        for (int i = 0; i < Math.clamp(count, 0, MAX) && in.hasMore(); i++) {
            int position = Math.round(in.int32() / (float) PARTS);
            guides.add(new Guide(in.int8() == 0, position));
        }
        return guides;
    }
}
