package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.generate.Phrase;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.network.flux.Prompt;
import org.layerloom.network.text.MiniLmText;
import org.layerloom.network.text.TextEncoder;
import org.layerloom.network.text.TextEncoding;
import org.layerloom.network.text.TokenSpan;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Turns a scene's words into what the transformer takes: the prompt, its links to boxes, the boxes' own prompts.
final class PromptEncoder {
    private final FluxConfig config;
    private final TextEncoder encoder;
    private final Device device;
    private final DType compute;

    PromptEncoder(FluxConfig config, TextEncoder encoder, Device device, DType compute) {
        this.config = config;
        this.encoder = encoder;
        this.device = device;
        this.compute = compute;
    }

    /// The prompt of the whole picture. Without one, the boxes' own prompts make it; a model that takes no prompts
    /// of boxes finds them added to its end.
    String text(Scene scene) {
        List<String> parts = new ArrayList<>();
        if (!scene.request().prompt().isBlank()) {
            parts.add(scene.request().prompt().strip());
        }
        if (parts.isEmpty() || config.regionDim() == 0) {
            scene.slots().stream()
                    .flatMap(slot -> slot.prompt().stream())
                    .filter(own -> !scene.request().prompt().contains(own))
                    .forEach(parts::add);
        }
        return String.join(", ", parts);
    }

    /// A prompt, and how many of its chars the encoder read before its limit (all, where it cannot tell).
    record Encoded(Prompt prompt, int charsRead) {}

    /// @param text    from [#text]
    /// @param phrases for each slot the part of the text that names it
    Encoded prompt(Scene scene, String text, List<Optional<Phrase>> phrases) {
        TextEncoding encoding = encoder.encode(text);
        List<TokenSpan> spans = encoding.spans();
        int[] links = config.textLinks() ? links(spans, phrases) : null;
        int read = spans.size() < MiniLmText.MOST_TOKENS
                ? text.length()
                : spans.getLast().end();
        return new Encoded(prompt(encoding, links, regions(scene)), read);
    }

    /// What the second pass of guidance sees: the negative prompt, or nothing.
    Prompt nothing(Scene scene) {
        Tensor regions = config.regionDim() == 0 ? null : zeros(scene.layout().layers(), config.regionDim());
        String negative = scene.request().negative().strip();
        if (negative.isEmpty() && config.nullTextZeros()) {
            return new Prompt(zeros(1, 1, config.textDim()), zeros(1, config.pooledDim()), null, regions);
        }
        return prompt(encoder.encode(negative), null, regions);
    }

    private Prompt prompt(TextEncoding encoding, int[] links, Tensor regions) {
        boolean empty = encoding.tokens().size(1) == 0; // a text without words is one token of zeros
        Tensor tokens = empty ? zeros(1, 1, config.textDim()) : encoding.tokens();
        return new Prompt(tokens, encoding.pooled(), empty ? null : links, regions);
    }

    /// A token takes the layer whose phrase it lies in.
    static int[] links(List<TokenSpan> spans, List<Optional<Phrase>> phrases) {
        int[] links = new int[spans.size()];
        for (int slot = 0; slot < phrases.size(); slot++) {
            if (phrases.get(slot).isPresent()) {
                Phrase phrase = phrases.get(slot).get();
                for (int i = 0; i < links.length; i++) {
                    TokenSpan span = spans.get(i);
                    if (span.start() >= phrase.start() && span.end() <= phrase.end() && span.end() > span.start()) {
                        links[i] = Scene.FIRST_BOX + slot;
                    }
                }
            }
        }
        return links;
    }

    private Tensor regions(Scene scene) {
        if (config.regionDim() == 0) {
            return null;
        }
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < Scene.FIRST_BOX; i++) {
            rows.add(zeros(1, config.regionDim()));
        }
        for (Scene.Slot slot : scene.slots()) {
            rows.add(slot.prompt()
                    .map(own -> encoder.encode(own).pooled())
                    .orElseGet(() -> zeros(1, config.regionDim())));
        }
        return Tensor.concat(0, rows);
    }

    private Tensor zeros(long... shape) {
        return device.zeros(shape).to(compute);
    }
}
