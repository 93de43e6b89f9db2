package org.layerloom.codec.psd;

/// How the samples of one channel lie in a file.
///
/// @param depth bits of a sample
record PlaneFormat(int width, int height, int depth, PsdVersion version) {
    int rowBytes() {
        return Math.toIntExact(((long) width * depth + 7) / 8);
    }

    /// Bytes of all rows, unpacked.
    long bytes() {
        return (long) rowBytes() * height;
    }

    /// Bytes that state one packed row's length.
    int countBytes() {
        return version.countBytes();
    }
}
