package org.layerloom.codec.psd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Counts the entries of resources that stand in every file of Photoshop, empty or not, without reading them whole.
final class ResourceCounts {
    /// Slices are listed so up to here, later as a descriptor.
    private static final int PLAIN_SLICES = 6;
    /// Bytes of their bounds.
    private static final int BOUNDS = 16;

    private ResourceCounts() {}

    /// Slices of a page: one where nobody cut it.
    static int slices(byte[] resource) throws IOException {
        if (resource.length < Integer.BYTES) {
            return 0;
        }
        PsdInput in = new PsdInput(resource);
        if (in.int32() > PLAIN_SLICES) {
            return listed(resource, "slices");
        }
        try {
            in.skip(BOUNDS);
            in.unicode();
            return in.int32();
        } catch (IOException e) {
            return 0; // what nobody needs does not keep a file from being read
        }
    }

    static int layerComps(byte[] resource) throws IOException {
        return listed(resource, "list");
    }

    /// Entries of the first list with this key in a descriptor; 0 where there is none.
    private static int listed(byte[] descriptor, String key) throws IOException {
        String head = key + "VlLs";
        int at = new String(descriptor, StandardCharsets.ISO_8859_1).indexOf(head) + head.length();
        if (at < head.length() || at + Integer.BYTES > descriptor.length) {
            return 0;
        }
        PsdInput in = new PsdInput(descriptor);
        in.skip(at);
        return in.int32();
    }
}
