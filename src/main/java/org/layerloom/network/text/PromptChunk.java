package org.layerloom.network.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A piece of a prompt that a CLIP encoder reads at once: as many ids as it has positions (77), of which all but the
/// start and the end are pieces or padding.
///
/// @param ids     start, pieces, end, padding
/// @param weights one for each id; 1 but for weighted pieces
record PromptChunk(long[] ids, float[] weights) {
    /// How far back a comma is looked for where a chunk is full: a phrase is not cut if it can be moved whole.
    private static final int BACKTRACK = 20;

    boolean isWeighted() {
        for (float weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }

    /// Cuts a prompt of any length: a chunk ends at a BREAK and where it is full, then after the last comma if that
    /// is near (the rule of AUTOMATIC1111's web UI).
    ///
    /// @return one chunk or more
    static List<PromptChunk> cut(WeightedPrompt prompt, ClipTokenizer tokenizer, int length) {
        Cutter cutter = new Cutter(tokenizer, length);
        for (List<WeightedPrompt.Part> section : prompt.sections()) {
            for (WeightedPrompt.Part part : section) {
                for (long id : tokenizer.pieces(part.text())) {
                    cutter.add(id, (float) part.weight());
                }
            }
            cutter.endSection(section == prompt.sections().getLast());
        }
        return cutter.chunks;
    }

    /// A chunk without words.
    static PromptChunk empty(ClipTokenizer tokenizer, int length) {
        return of(tokenizer, length, List.of(), List.of());
    }

    private static PromptChunk of(ClipTokenizer tokenizer, int length, List<Long> pieces, List<Float> strengths) {
        float[] weights = new float[length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < strengths.size(); i++) {
            weights[i + 1] = strengths.get(i);
        }
        long[] ids = pieces.stream().mapToLong(Long::longValue).toArray();
        return new PromptChunk(tokenizer.fit(ids, length), weights);
    }

    /// The chunk that is being filled, and those before it.
    private static final class Cutter {
        private final ClipTokenizer tokenizer;
        private final int length;
        private final int room;
        private final long comma;
        private final List<PromptChunk> chunks = new ArrayList<>();
        private List<Long> pieces = new ArrayList<>();
        private List<Float> strengths = new ArrayList<>();

        Cutter(ClipTokenizer tokenizer, int length) {
            this.tokenizer = tokenizer;
            this.length = length;
            room = length - 2;
            comma = tokenizer.pieces(",")[0];
        }

        void add(long id, float weight) {
            if (pieces.size() == room) {
                int last = pieces.lastIndexOf(comma);
                boolean near = last >= 0 && room - last <= BACKTRACK && id != comma;
                end(near ? last + 1 : room);
            }
            pieces.add(id);
            strengths.add(weight);
        }

        /// A section without words has a chunk of its own, but for one behind the last BREAK.
        void endSection(boolean last) {
            if (!last || !pieces.isEmpty() || chunks.isEmpty()) {
                end(pieces.size());
            }
        }

        /// Ends the chunk after `kept` pieces; the rest begins the next one.
        private void end(int kept) {
            chunks.add(of(tokenizer, length, pieces.subList(0, kept), strengths.subList(0, kept)));
            pieces = new ArrayList<>(pieces.subList(kept, pieces.size()));
            strengths = new ArrayList<>(strengths.subList(kept, strengths.size()));
        }
    }
}
