package org.layerloom.network.text;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.WeightsException;

/// SD1.5's text encoder: tokens are the last hidden states, normed (1, 77 k, 768), pooled is their vector at the end
/// token (1, 768), which its UNet does not use.
///
/// Prompts may have weights ([WeightedPrompt]) and any length: k is the number of chunks of 75 pieces that they
/// take.
public final class Sd15Text implements TextEncoder {
    private final ClipEncoder encoder;

    public Sd15Text(ClipEncoder encoder) {
        this.encoder = encoder;
    }

    /// Loads `text_encoder` and `tokenizer` of a model's folder.
    ///
    /// @throws WeightsException if a file is missing or broken, or does not fit its config
    public static Sd15Text load(ModelFolder model, Device device, DType dtype) throws WeightsException {
        return new Sd15Text(ClipEncoder.load(model, "tokenizer", "text_encoder", device, dtype));
    }

    @Override
    public TextEncoding encode(String prompt) {
        return encoder.encode(encoder.chunks(WeightedPrompt.parse(prompt)), ClipText.States::last);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
