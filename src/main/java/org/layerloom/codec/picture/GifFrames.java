package org.layerloom.codec.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.metadata.IIOMetadataNode;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.w3c.dom.NodeList;

/// The frames of a GIF animation as they are seen, each of the whole size: files hold of each what changes.
///
/// @param whole whether there were no more, that were damaged or beyond the limits
record GifFrames(List<Raster> frames, boolean whole) {
    private static final String METADATA = "javax_imageio_gif_image_1.0";

    /// A frame of the file.
    ///
    /// @param disposal what becomes of it before the next
    private record Patch(BufferedImage image, int x, int y, String disposal) {
        Rect place() {
            return new Rect(x, y, image.getWidth(), image.getHeight());
        }
    }

    /// @param most frames that are read
    static GifFrames read(byte[] file, PictureSize limits, int most) throws IOException {
        try (BitmapFile pictures = BitmapFile.open(PictureKind.GIF, file, limits)) {
            Patch first = patch(pictures, 0);
            Rect screen = new Rect(0, 0, number(file, 6), number(file, 8));
            // Some files claim no screen, or one that is too small.
            Rect page = screen.contains(first.place()) ? screen : screen.union(first.place());
            limits.check(page.right(), page.bottom());
            return read(pictures, first, new Rect(0, 0, page.right(), page.bottom()), limits, most);
        }
    }

    private static int number(byte[] file, int at) {
        return file.length < at + 2 ? 0 : file[at] & 0xff | (file[at + 1] & 0xff) << 8;
    }

    private static GifFrames read(BitmapFile pictures, Patch first, Rect page, PictureSize limits, int most)
            throws IOException {
        List<Raster> frames = new ArrayList<>();
        int[] seen = new int[Math.toIntExact(page.area())];
        Patch patch = first;
        // Two more that are in memory: what is seen, and what was before.
        long fits = limits.maxPixels() / page.area() - 2;
        while (patch != null) {
            int[] before = patch.disposal().equals("restoreToPrevious") ? seen.clone() : seen;
            draw(patch, page, seen);
            frames.add(Raster.of(page.width(), page.height(), seen));
            if (patch.disposal().equals("restoreToBackgroundColor")) {
                clear(patch.place().intersect(page), page.width(), seen);
            }
            seen = before;
            boolean more = frames.size() < most && pictures.has(frames.size());
            try {
                if (more && frames.size() >= fits) {
                    return new GifFrames(frames, false);
                }
                patch = more ? patch(pictures, frames.size()) : null;
            } catch (IOException e) {
                return new GifFrames(frames, false);
            }
        }
        return new GifFrames(frames, true);
    }

    private static Patch patch(BitmapFile pictures, int index) throws IOException {
        BufferedImage image = pictures.image(index);
        try {
            IIOMetadataNode about = (IIOMetadataNode) pictures.about(index).getAsTree(METADATA);
            return new Patch(
                    image,
                    Integer.parseInt(attribute(about, "ImageDescriptor", "imageLeftPosition", "0")),
                    Integer.parseInt(attribute(about, "ImageDescriptor", "imageTopPosition", "0")),
                    attribute(about, "GraphicControlExtension", "disposalMethod", "none"));
        } catch (RuntimeException e) {
            throw new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, 0, 0);
        }
    }

    private static String attribute(IIOMetadataNode about, String element, String name, String otherwise) {
        NodeList found = about.getElementsByTagName(element);
        String value = found.getLength() == 0 ? "" : ((IIOMetadataNode) found.item(0)).getAttribute(name);
        return value.isEmpty() ? otherwise : value;
    }

    private static void draw(Patch patch, Rect page, int[] seen) {
        Rect inside = patch.place().intersect(page);
        int[] row = new int[patch.image().getWidth()];
        for (int y = inside.y(); y < inside.bottom(); y++) {
            patch.image().getRGB(0, y - patch.y(), row.length, 1, row, 0, row.length);
            for (int x = inside.x(); x < inside.right(); x++) {
                int pixel = row[x - patch.x()];
                if (pixel >>> 24 != 0) {
                    seen[y * page.width() + x] = pixel;
                }
            }
        }
    }

    private static void clear(Rect area, int stride, int[] seen) {
        for (int y = area.y(); y < area.bottom(); y++) {
            Arrays.fill(seen, y * stride + area.x(), y * stride + area.right(), 0);
        }
    }
}
