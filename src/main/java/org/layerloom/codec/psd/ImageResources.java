package org.layerloom.codec.psd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.layerloom.composite.AreaAverage;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;

/// The blocks between header and layers: resolution, guides, thumbnail, colour profile, version,
/// XMP, the name of the merged alpha, and what other programs left there.
final class ImageResources {
    private static final int ICC_PROFILE = 1039;
    private static final int XMP = 1060;
    private static final int THUMBNAIL_SIDE = 160;
    private static final String PROGRAM = "Layerloom";

    private final PsdOutput out = new PsdOutput();

    private ImageResources() {}

    /// @param merged the flattened picture
    /// @param alpha whether its alpha is written
    /// @param metadata whether prompt, seed and model are told
    static PsdOutput of(Document document, Raster merged, boolean alpha, boolean metadata) throws IOException {
        ImageResources resources = new ImageResources();
        resources.block(1005, resolution(document.paper().pixelsPerInch()));
        if (alpha) {
            resources.alphaName();
        }
        if (!document.guides().isEmpty()) {
            resources.block(Guides.ID, Guides.write(document.guides()));
        }
        resources.block(1036, thumbnail(merged));
        if (document.paper().iccProfile().isPresent()) {
            resources.block(ICC_PROFILE, "", document.paper().iccProfile().get());
        }
        resources.block(1057, version());
        if (metadata) {
            resources.block(XMP, "", Bytes.of(Xmp.packet(document).getBytes(StandardCharsets.UTF_8)));
        }
        for (ForeignBlocks.Resource resource : ForeignBlocks.resources(document, metadata)) {
            resources.block(resource.id(), resource.name(), resource.data());
        }
        return resources.out;
    }

    private void block(int id, PsdOutput data) throws IOException {
        head(id, "", data.size());
        out.append(data);
        out.pad(data.size(), 2);
    }

    private void block(int id, String name, Bytes data) throws IOException {
        head(id, name, data.size());
        out.raw(data.toArray());
        out.pad(data.size(), 2);
    }

    private void head(int id, String name, int bytes) throws IOException {
        out.key("8BIM");
        out.int16(id);
        out.pascal(name, 2);
        out.int32(bytes);
    }

    private static PsdOutput resolution(double pixelsPerInch) throws IOException {
        PsdOutput data = new PsdOutput();
        for (int axis = 0; axis < 2; axis++) {
            data.int32((int) Math.round(pixelsPerInch * (1 << 16)));
            data.int16(1); // shown per inch
            data.int16(1); // sizes shown in inches
        }
        return data;
    }

    private void alphaName() throws IOException {
        PsdOutput plain = new PsdOutput();
        plain.pascal("Transparency", 1);
        block(1006, plain);
        PsdOutput unicode = new PsdOutput();
        unicode.unicode("Transparency");
        block(1045, unicode);
        PsdOutput identifier = new PsdOutput();
        identifier.int32(0);
        block(1053, identifier);
    }

    private static PsdOutput version() throws IOException {
        PsdOutput data = new PsdOutput();
        data.int32(1);
        data.int8(1); // the merged picture is real
        data.unicode(PROGRAM);
        data.unicode(PROGRAM);
        data.int32(1);
        return data;
    }

    private static PsdOutput thumbnail(Raster merged) throws IOException {
        Raster small = AreaAverage.scale(merged, THUMBNAIL_SIDE, THUMBNAIL_SIDE);
        byte[] jpeg = jpeg(small);
        int lineBytes = Math.ceilDiv(small.width() * 24, 32) * 4;
        PsdOutput data = new PsdOutput();
        data.int32(1); // JPEG
        data.int32(small.width());
        data.int32(small.height());
        data.int32(lineBytes);
        data.int32(lineBytes * small.height());
        data.int32(jpeg.length);
        data.int16(24);
        data.int16(1);
        data.raw(jpeg);
        return data;
    }

    private static byte[] jpeg(Raster small) throws IOException {
        BufferedImage image = new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                image.setRGB(x, y, MergedPicture.onWhite(small.argb(x, y)));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpeg", stream);
        }
        return bytes.toByteArray();
    }
}
