package org.layerloom.network.text;

import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// T5's bidirectional relative position bias: a learned number a head for each bucket of distances, near ones exact
/// and far ones on a logarithmic scale.
///
/// @param table (buckets, heads)
record T5RelativeBias(Tensor table, int maxDistance) {
    static T5RelativeBias load(Config config, Weights attention) throws WeightsException {
        int buckets = config.integer("relative_attention_num_buckets", 32);
        int distance = config.integer("relative_attention_max_distance", 128);
        return new T5RelativeBias(
                attention.get("relative_attention_bias.weight", buckets, config.integer("num_heads")), distance);
    }

    /// The bias (1, heads, n, n) of n tokens, [query, key].
    Tensor forward(int n) {
        long[] buckets = new long[n * n];
        for (int query = 0; query < n; query++) {
            for (int key = 0; key < n; key++) {
                buckets[query * n + key] = bucket(key - query);
            }
        }
        return Ops.embedding(table.device().tensor(buckets, 1, n, n), table).transpose(0, 3, 1, 2);
    }

    /// Bucket of key position less query position; the logarithm is float32 as in the reference, which decides
    /// where a distance falls exactly between two buckets.
    private long bucket(int relative) {
        int half = Math.toIntExact(table.size(0)) / 2;
        int exact = half / 2;
        int distance = Math.abs(relative);
        int within = distance;
        if (distance >= exact) {
            float log = (float) Math.log((float) distance / exact) / (float) Math.log((double) maxDistance / exact);
            within = Math.min(half - 1, exact + (int) (log * (half - exact)));
        }
        return relative > 0 ? half + within : within;
    }
}
