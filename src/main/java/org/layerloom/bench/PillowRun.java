package org.layerloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// The same layers laid over each other by Pillow, which many programs do it with.
///
/// @param bestMillis of one composite, on the one core that Pillow uses
/// @param cpuMillis of one composite, on average
/// @param version of Pillow
record PillowRun(double bestMillis, double cpuMillis, String version, Raster page) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Takes normal, opaque, unmasked layers that lie on the page.
    ///
    /// @param python command of a Python that has Pillow
    /// @throws IOException if there is none, or it fails
    static PillowRun of(String python, Document document, int rounds) throws IOException {
        Process process = new ProcessBuilder(List.of(python, "-c", script()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write((order(document, rounds) + "\n").getBytes(StandardCharsets.UTF_8));
            for (RasterLayer layer : layers(document)) {
                out.write(rgba(layer.raster()));
            }
        }
        byte[] answer = process.getInputStream().readAllBytes();
        int end = 0;
        while (end < answer.length && answer[end] != '\n') {
            end++;
        }
        if (answer.length != end + 1 + 4 * document.canvas().area()) {
            throw new IOException("no Pillow answers to " + python);
        }
        JsonNode facts = JSON.readTree(answer, 0, end);
        int[] argb = new int[document.width() * document.height()];
        ByteBuffer.wrap(answer, end + 1, answer.length - end - 1)
                .slice()
                .asIntBuffer()
                .get(argb);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Integer.rotateRight(argb[i], 8);
        }
        return new PillowRun(
                facts.get("bestMs").asDouble(),
                facts.get("cpuMs").asDouble(),
                facts.get("pillow").asText(),
                Raster.of(document.width(), document.height(), argb));
    }

    private static String script() throws IOException {
        try (InputStream in = PillowRun.class.getResourceAsStream("pillow_over.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode order(Document document, int rounds) {
        ObjectNode order = JSON.createObjectNode()
                .put("width", document.width())
                .put("height", document.height())
                .put("rounds", rounds);
        ArrayNode list = order.putArray("layers");
        for (RasterLayer layer : layers(document)) {
            list.addObject()
                    .put("x", layer.bounds().x())
                    .put("y", layer.bounds().y())
                    .put("width", layer.bounds().width())
                    .put("height", layer.bounds().height());
        }
        return order;
    }

    private static List<RasterLayer> layers(Document document) {
        return document.layers().stream().map(RasterLayer.class::cast).toList();
    }

    private static byte[] rgba(Raster raster) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * raster.width() * raster.height());
        for (int pixel : raster.toArgb()) {
            bytes.putInt(Integer.rotateLeft(pixel, 8));
        }
        return bytes.array();
    }

    /// The largest difference of alpha or of a premultiplied colour to another picture, in steps of 255.
    double difference(Raster other) {
        double worst = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                worst = Math.max(worst, difference(page.argb(x, y), other.argb(x, y)));
            }
        }
        return worst;
    }

    private static double difference(int one, int two) {
        double worst = Math.abs((one >>> 24) - (two >>> 24));
        for (int shift = 0; shift < 24; shift += 8) {
            int a = (one >> shift & 255) * (one >>> 24);
            int b = (two >> shift & 255) * (two >>> 24);
            worst = Math.max(worst, Math.abs(a - b) / 255.0);
        }
        return worst;
    }
}
