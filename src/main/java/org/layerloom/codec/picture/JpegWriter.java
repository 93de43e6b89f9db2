package org.layerloom.codec.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;
import org.w3c.dom.NodeList;

/// Writes a picture as JPEG: colours in full resolution, so that coloured lettering stays sharp, with the paper's
/// resolution and colour profile.
public final class JpegWriter {
    /// Longest side of a JPEG picture, px.
    public static final int MAX_SIDE = 65_500;

    private static final String TREE = "javax_imageio_jpeg_image_1.0";
    private static final int MAX_SEGMENT = 65_533;
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    /// Of the JFIF header that the platform writes first: the start mark and the segment with its length.
    private static final int JFIF_END = 20;

    private JpegWriter() {}

    /// Writes a whole file; the stream stays open.
    ///
    /// @param raster opaque: alpha is dropped
    /// @param quality 1..100
    /// @param comment beside the picture; blank = none
    /// @throws IOException in one sentence, when the picture is too large, or when `out` fails
    public static void write(Raster raster, int quality, Paper paper, String comment, OutputStream out)
            throws IOException {
        if (raster.width() > MAX_SIDE || raster.height() > MAX_SIDE) {
            throw new IOException(
                    Words.of(JpegWriter.class).text("jpeg.large", raster.width(), raster.height(), MAX_SIDE));
        }
        byte[] plain = packed(raster, quality);
        DataOutputStream data = new DataOutputStream(out);
        data.write(plain, 0, 13);
        int density = (int) Math.round(paper.pixelsPerInch());
        data.writeByte(1); // per inch
        data.writeShort(density);
        data.writeShort(density);
        data.write(plain, 18, JFIF_END - 18);
        if (paper.iccProfile().isPresent()) {
            profile(paper.iccProfile().get().toArray(), data);
        }
        if (!comment.isBlank()) {
            byte[] text = comment.getBytes(StandardCharsets.UTF_8);
            segment(0xfe, Arrays.copyOf(text, Math.min(text.length, MAX_SEGMENT)), data);
        }
        data.write(plain, JFIF_END, plain.length - JFIF_END);
        data.flush();
    }

    private static byte[] packed(Raster raster, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            BufferedImage image = Images.of(raster, BufferedImage.TYPE_INT_RGB);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, inFullColour(metadata)), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// The platform keeps one colour for each four pixels, unless each component is said to be sampled once.
    private static IIOMetadata inFullColour(IIOMetadata metadata) throws IOException {
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(TREE);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(TREE, tree);
        return metadata;
    }

    /// In parts, because a segment has at most 64 KiB.
    private static void profile(byte[] icc, DataOutputStream data) throws IOException {
        int most = MAX_SEGMENT - ICC.length - 2;
        int parts = Math.ceilDiv(icc.length, most);
        if (parts > 255) {
            return; // which no JPEG file can hold
        }
        for (int part = 0; part < parts; part++) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            segment.writeBytes(ICC);
            segment.write(part + 1);
            segment.write(parts);
            segment.write(icc, part * most, Math.min(most, icc.length - part * most));
            segment(0xe2, segment.toByteArray(), data);
        }
    }

    private static void segment(int marker, byte[] content, DataOutputStream data) throws IOException {
        data.writeByte(0xff);
        data.writeByte(marker);
        data.writeShort(content.length + 2);
        data.write(content);
    }
}
