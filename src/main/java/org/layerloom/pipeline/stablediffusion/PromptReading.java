package org.layerloom.pipeline.stablediffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.layerloom.network.text.ClipEncoder;
import org.layerloom.network.text.ClipText;
import org.layerloom.network.text.Sd15Text;
import org.layerloom.network.text.SdxlText;
import org.layerloom.network.text.TextEncoding;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Merge;
import org.layerloom.weights.Part;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Reads all prompts of a run at once: the text encoders are loaded for that, and let go before anything is drawn.
final class PromptReading {
    private final Checkpoint checkpoint;
    private final Device device;
    private final DType compute;
    private final List<Merge> merges;

    PromptReading(Checkpoint checkpoint, Device device, DType compute, List<Merge> merges) {
        this.checkpoint = checkpoint;
        this.device = device;
        this.compute = compute;
        this.merges = merges;
    }

    /// @param negative one for all
    List<PromptPair> read(List<String> prompts, String negative) throws WeightsException {
        boolean xl = checkpoint.kind() == StableDiffusionKind.SDXL;
        try (Loaded first = new Loaded(Part.TEXT_ENCODER)) {
            if (!xl) {
                Sd15Text text = new Sd15Text(first.encoder);
                return pairs(prompts, text.encode(negative), text::encode, prompt -> 0);
            }
            try (Loaded second = new Loaded(Part.TEXT_ENCODER_2)) {
                SdxlText text = new SdxlText(first.encoder, second.encoder, checkpoint.zerosForEmpty());
                TextEncoding without = text.encodeNegative(negative);
                return pairs(prompts, without, text::encode, text::end);
            }
        }
    }

    private interface Encode {
        TextEncoding encode(String prompt);
    }

    private interface End {
        int of(String prompt);
    }

    private List<PromptPair> pairs(List<String> prompts, TextEncoding without, Encode encode, End end) {
        boolean xl = checkpoint.kind() == StableDiffusionKind.SDXL;
        List<TextEncoding> all = prompts.stream().map(encode::encode).toList();
        long length = Stream.concat(all.stream(), Stream.of(without))
                .mapToLong(encoding -> encoding.tokens().size(1))
                .max()
                .orElseThrow();
        boolean equal = Stream.concat(all.stream(), Stream.of(without))
                .allMatch(encoding -> encoding.tokens().size(1) == length);
        Tensor empty = equal ? null : encode.encode("").tokens(); // of use only to make all as long as the longest
        List<PromptPair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            pairs.add(new PromptPair(
                    padded(all.get(i).tokens(), empty, length),
                    padded(without.tokens(), empty, length),
                    xl ? all.get(i).pooled() : null,
                    xl ? without.pooled() : null,
                    end.of(prompts.get(i))));
        }
        return pairs;
    }

    /// States of as many chunks as the longest prompt has: chunks without words follow.
    private static Tensor padded(Tensor tokens, Tensor empty, long length) {
        if (tokens.size(1) == length) {
            return tokens;
        }
        return Scope.scoped(() -> {
            List<Tensor> chunks = new ArrayList<>(List.of(tokens));
            for (long have = tokens.size(1); have < length; have += empty.size(1)) {
                chunks.add(empty);
            }
            return Tensor.concat(1, chunks);
        });
    }

    /// One text encoder, with the run's patches merged into it.
    private final class Loaded implements AutoCloseable {
        private final Weights stored;
        private final ClipEncoder encoder;

        Loaded(Part part) throws WeightsException {
            stored = checkpoint.weights(part, device, compute);
            try {
                Weights weights = stored.with(part, merges);
                ClipText text = ClipText.load(checkpoint.config(part), weights);
                encoder = new ClipEncoder(checkpoint.tokenizer(part), weights, text);
            } catch (WeightsException | RuntimeException | Error e) {
                stored.close();
                throw e;
            }
        }

        @Override
        public void close() {
            encoder.close();
            stored.close();
        }
    }
}
