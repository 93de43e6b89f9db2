package org.layerloom.network.text;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// FLUX's two text encoders behind one door: T5 gives the tokens (1, 512, 4096), CLIP the pooled vector (1, 768).
///
/// Both see the same prompt, CLIP its first 77 ids, T5 its first 512; padding is not masked, as in ART's reference.
/// T5 is half as large as the transformer: released, both are loaded again for the next new prompt; those encoded last
/// are known without them. Where a GPU has no room for them, they run on the CPU.
public final class FluxText implements TextEncoder {
    /// ids that T5 is given a prompt: ART's (and FLUX.1-dev's) `max_sequence_length`.
    private static final int T5_LENGTH = 512;

    private static final int KNOWN = 4;

    /// Of the free memory what the encoders may take.
    private static final double ROOM = 0.8;

    private final ModelFolder model;
    private final Device device;
    /// Where the encoders run: the same, or the CPU.
    private final Device place;
    private final DType dtype;
    private final ClipTokenizer clipTokenizer;
    private final T5Tokenizer t5Tokenizer;
    private final Map<String, TextEncoding> known = new LinkedHashMap<>();
    private Encoders encoders; // null while released

    /// The networks and what they hold.
    private record Encoders(Weights clipWeights, Weights t5Weights, ClipText clip, T5Encoder t5) {
        static Encoders load(ModelFolder model, Device device, DType dtype) throws WeightsException {
            Weights clipWeights = model.weights("text_encoder", device, dtype);
            Weights t5Weights = model.weights("text_encoder_2", device, dtype).compact();
            ClipText clip = ClipText.load(model.config("text_encoder"), clipWeights);
            T5Encoder t5 = T5Encoder.load(model.config("text_encoder_2"), t5Weights);
            clipWeights.unmap();
            t5Weights.unmap();
            return new Encoders(clipWeights, t5Weights, clip, t5);
        }

        void close() {
            clipWeights.close();
            t5Weights.close();
        }
    }

    private FluxText(ModelFolder model, Device device, Device place, DType dtype) throws WeightsException {
        this.model = model;
        this.device = device;
        this.place = place;
        this.dtype = dtype;
        encoders = Encoders.load(model, place, dtype);
        clipTokenizer = ClipTokenizer.load(model.part("tokenizer"), ClipTokenizer.Rules.SLOW);
        t5Tokenizer = T5Tokenizer.load(model.part("tokenizer_2"));
    }

    /// Loads `text_encoder`, `text_encoder_2`, `tokenizer` and `tokenizer_2` of a model's folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static FluxText load(ModelFolder model, Device device, DType dtype) throws WeightsException {
        boolean fits = device.name().equals("cpu") || bytes(model, dtype) <= device.freeBytes() * ROOM;
        return load(model, device, fits ? device : Device.cpu(), dtype);
    }

    /// As [#load(ModelFolder, Device, DType)], with the encoders on a device of their own, which is closed with them.
    ///
    /// @param device of the encoded prompts
    static FluxText load(ModelFolder model, Device device, Device place, DType dtype) throws WeightsException {
        try {
            return new FluxText(model, device, place, dtype);
        } catch (WeightsException | RuntimeException | Error e) {
            if (place != device) {
                place.close();
            }
            throw e;
        }
    }

    private static long bytes(ModelFolder model, DType dtype) throws WeightsException {
        try (Weights clip = Weights.headers(model.part("text_encoder"), dtype);
                Weights t5 = Weights.headers(model.part("text_encoder_2"), dtype)) {
            return clip.bytes() + t5.compact().bytes();
        }
    }

    /// @throws UncheckedIOException if the encoders were released and their files can no longer be read
    @Override
    public TextEncoding encode(String prompt) {
        TextEncoding encoding = known.remove(prompt);
        if (encoding == null) {
            encoding = encoded(prompt);
        }
        known.put(prompt, encoding);
        if (known.size() > KNOWN) {
            known.remove(known.keySet().iterator().next()).close();
        }
        return new TextEncoding(own(encoding.tokens()), own(encoding.pooled()), List.of());
    }

    /// A copy where the prompt is used.
    private Tensor own(Tensor known) {
        return place == device ? known.copy() : known.to(device);
    }

    private TextEncoding encoded(String prompt) {
        try {
            encoders = encoders == null ? Encoders.load(model, place, dtype) : encoders;
        } catch (WeightsException e) {
            throw new UncheckedIOException(e);
        }
        Tensor tokens = encoders.t5.forward(t5Tokenizer.encode(prompt, T5_LENGTH));
        long[] ids = clipTokenizer.encode(prompt, encoders.clip.length());
        Tensor pooled = Scope.scoped(() -> encoders.clip.pooled(encoders.clip.forward(ids), ids));
        return new TextEncoding(tokens.keep(), pooled.keep(), List.of());
    }

    @Override
    public void release() {
        if (encoders != null) {
            encoders.close();
            encoders = null;
        }
    }

    @Override
    public void close() {
        release();
        known.values().forEach(TextEncoding::close);
        known.clear();
        clipTokenizer.close();
        t5Tokenizer.close();
        if (place != device) {
            place.close();
        }
    }
}
