package org.layerloom.remote;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.document.Raster;

/// How messages lie in a stream: each is two lengths of four bytes, high byte first, a head in JSON and a body, a PNG
/// or nothing. Pictures keep every bit, colours under alpha 0 too.
final class Wire {
    /// What client and server agree on; the first part of every path.
    static final int PROTOCOL = 1;

    static final String MODELS = "/v" + PROTOCOL + "/models";
    static final String GENERATE = "/v" + PROTOCOL + "/generate";
    /// The header by which a server of ours is known, whatever it answers; its value is the protocol's number.
    static final String HEADER = "Layerloom-Protocol";
    /// Type of a stream of messages.
    static final String FRAMES = "application/vnd.layerloom.frames";

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final int MAX_HEAD = 1 << 22;
    private static final byte[] NOTHING = {};

    /// One message.
    ///
    /// @param body a PNG, or no byte
    record Frame(byte[] head, byte[] body) {
        <T> T as(Class<T> type) throws IOException {
            return JSON.readValue(head, type);
        }

        boolean hasPicture() {
            return body.length > 0;
        }

        /// @param maxPixels the most that it may have
        Raster picture(long maxPixels) throws IOException {
            return PngReader.read(new ByteArrayInputStream(body), maxPixels).raster();
        }
    }

    /// The head of a message that is a picture alone.
    private record Picture() {}

    private Wire() {}

    static void write(OutputStream out, Object head) throws IOException {
        write(out, head, NOTHING);
    }

    static void write(OutputStream out, Object head, Raster picture) throws IOException {
        write(out, head, png(picture));
    }

    /// Pictures alone, a message each; one without pixels is a message without a body.
    static void write(OutputStream out, List<Raster> pictures) throws IOException {
        for (Raster picture : pictures) {
            write(out, new Picture(), png(picture));
        }
    }

    private static void write(OutputStream out, Object head, byte[] body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(head);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(json.length);
        data.writeInt(body.length);
        data.write(json);
        data.write(body);
    }

    private static byte[] png(Raster raster) {
        if (raster.isEmpty()) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PngWriter.write(raster, PngWriter.Channels.RGBA, Map.of(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /// Takes the next message. No memory is taken for bytes that do not come.
    ///
    /// @param maxBody the most bytes that its body may have
    /// @throws java.io.EOFException when the stream ends
    static Frame read(InputStream in, long maxBody) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int head = data.readInt();
        int body = data.readInt();
        if (head < 2 || head > MAX_HEAD || body < 0 || body > maxBody) {
            throw new IOException("a message of " + head + " + " + body + " bytes");
        }
        return new Frame(bytes(data, head), bytes(data, body));
    }

    private static byte[] bytes(DataInputStream data, int count) throws IOException {
        byte[] bytes = data.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /// Takes so many messages.
    ///
    /// @param maxBody the most bytes that one's body may have
    static List<Frame> frames(InputStream in, int count, long maxBody) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(read(in, maxBody));
        }
        return frames;
    }

    /// The pictures of messages that are pictures alone.
    ///
    /// @param maxPixels the most of all together
    static List<Raster> pictures(List<Frame> frames, long maxPixels) throws IOException {
        List<Raster> pictures = new ArrayList<>();
        long left = maxPixels;
        for (Frame frame : frames) {
            Raster picture = frame.hasPicture() ? frame.picture(left) : Raster.empty();
            left -= (long) picture.width() * picture.height();
            pictures.add(picture);
        }
        return pictures;
    }
}
