package org.layerloom.codec.picture;

import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.parser.resources.impl.ImageResource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/// The bitmaps inside an SVG file (`data:` with base64), read within the same limits as files of their own; together
/// they may have as many pixels as one. Lives for one file.
final class EmbeddedPictures implements ResourceLoader {
    private long pixelsLeft;

    EmbeddedPictures(PictureSize limits) {
        pixelsLeft = limits.maxPixels();
    }

    @Override
    public ResourceSupplier<RenderableResource> loadImage(DomDocument document, URI uri) throws IOException {
        String data = uri.getSchemeSpecificPart();
        int comma = data.indexOf(',');
        if (!"data".equals(uri.getScheme())
                || comma < 0
                || !data.substring(0, comma).endsWith(";base64")) {
            throw new UnreadablePicture(UnreadablePicture.Reason.UNKNOWN, 0, 0);
        }
        byte[] file = Base64.getMimeDecoder().decode(data.substring(comma + 1));
        PictureKind kind = PictureReader.kind(file);
        if (kind == PictureKind.SVG) {
            throw new UnreadablePicture(UnreadablePicture.Reason.UNKNOWN, 0, 0);
        }
        try (BitmapFile bitmap = BitmapFile.open(kind, file, new PictureSize(pixelsLeft))) {
            BufferedImage image = bitmap.image(0);
            pixelsLeft -= (long) image.getWidth() * image.getHeight();
            RenderableResource resource = new ImageResource(image);
            return support -> Optional.of(resource);
        }
    }
}
