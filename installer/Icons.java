import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws an SVG in all the sizes and forms that systems want of an icon: PNG, Windows' ICO, the Mac's ICNS. The two
/// containers hold PNG files.
final class Icons {
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    /// The Mac's names of the sizes.
    private static final Map<String, Integer> MAC = new LinkedHashMap<>();

    static {
        MAC.put("icp4", 16);
        MAC.put("icp5", 32);
        MAC.put("ic11", 32);
        MAC.put("ic12", 64);
        MAC.put("ic07", 128);
        MAC.put("ic13", 256);
        MAC.put("ic08", 256);
        MAC.put("ic09", 512);
        MAC.put("ic14", 512);
    }

    private Icons() {}

    /// Writes `NAME.png` (512 px), `NAME.ico`, `NAME.icns` and `NAME-SIZE.png` into a folder.
    static void draw(Path svg, String name, Path folder) throws IOException {
        SVGDocument drawing = new SVGLoader().load(svg.toUri().toURL());
        if (drawing == null) {
            throw new IOException(svg + " is no drawing");
        }
        Files.createDirectories(folder);
        Map<Integer, byte[]> pictures = new LinkedHashMap<>();
        for (int size : SIZES) {
            pictures.put(size, png(drawing, size));
            Files.write(folder.resolve(name + "-" + size + ".png"), pictures.get(size));
        }
        Files.write(folder.resolve(name + ".png"), pictures.get(512));
        Files.write(folder.resolve(name + ".ico"), ico(pictures));
        Files.write(folder.resolve(name + ".icns"), icns(pictures));
    }

    private static byte[] png(SVGDocument drawing, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] ico(Map<Integer, byte[]> pictures) {
        List<Map.Entry<Integer, byte[]>> held =
                pictures.entrySet().stream().filter(entry -> entry.getKey() <= 256).toList();
        int header = 6 + 16 * held.size();
        int total = header + held.stream().mapToInt(entry -> entry.getValue().length).sum();
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) held.size());
        int at = header;
        for (Map.Entry<Integer, byte[]> entry : held) {
            byte side = (byte) (int) entry.getKey(); // 256 is written as 0
            out.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(entry.getValue().length).putInt(at);
            at += entry.getValue().length;
        }
        held.forEach(entry -> out.put(entry.getValue()));
        return out.array();
    }

    private static byte[] icns(Map<Integer, byte[]> pictures) {
        int total = 8 + MAC.values().stream().mapToInt(size -> 8 + pictures.get(size).length).sum();
        ByteBuffer out = ByteBuffer.allocate(total);
        out.put("icns".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(total);
        MAC.forEach((type, size) -> {
            byte[] picture = pictures.get(size);
            out.put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .putInt(8 + picture.length)
                    .put(picture);
        });
        return out.array();
    }
}
