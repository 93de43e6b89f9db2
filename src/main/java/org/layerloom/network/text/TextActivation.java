package org.layerloom.network.text;

import java.util.function.UnaryOperator;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// The activation that a text encoder's config names, by the names of `transformers`.
final class TextActivation {
    private TextActivation() {}

    static UnaryOperator<Tensor> of(Config config, String key, String absent) throws WeightsException {
        String name = config.text(key, absent);
        return switch (name) {
            case "quick_gelu" -> Ops::quickGelu;
            case "gelu" -> Ops::geluExact;
            case "gelu_new", "gelu_pytorch_tanh" -> Ops::geluTanh;
            default ->
                throw new WeightsException(
                        "the file " + config.file() + " is broken: " + key + " \"" + name + "\" is not known");
        };
    }
}
