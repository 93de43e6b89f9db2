package org.layerloom.network.flux;

import java.util.function.BiConsumer;
import org.layerloom.network.Linear;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;

/// One pass of a step: the tokens of image and text under one prompt, on their way through the blocks.
final class FluxPass {
    private static final double EPS = 1e-6;

    private final Conditioning prompt;
    private final Steering steering;
    private final int row;
    private final Runnable check;
    private final BiConsumer<String, Tensor> tap;
    private final Tensor start;
    private DoubleBlock.Tokens apart;
    private Tensor joint; // (1, t + n, dim)

    /// @param row of the vectors of this step and prompt in `steering`
    FluxPass(
            Tensor embedded,
            Conditioning prompt,
            Steering steering,
            int row,
            Runnable check,
            BiConsumer<String, Tensor> tap) {
        this.prompt = prompt;
        this.steering = steering;
        this.row = row;
        this.check = check;
        this.tap = tap;
        start = prompt.regions() == null ? embedded : embedded.add(prompt.regions());
        apart = new DoubleBlock.Tokens(start, prompt.text());
    }

    void through(DoubleBlock block, int index) {
        check.run();
        String name = "double" + index + "_";
        DoubleBlock.Tokens before = apart;
        Tensor[] image = Steering.vectors(steering.image().get(index), row, DoubleBlock.VECTORS);
        Tensor[] text = Steering.vectors(steering.text().get(index), row, DoubleBlock.VECTORS);
        apart = block.forward(before, image, text, prompt.rope(), (part, value) -> tap.accept(name + part, value));
        free(before);
        tap.accept(name + "img", apart.image());
        tap.accept(name + "txt", apart.text());
    }

    /// Between the double and the single blocks.
    void join() {
        joint = Tensor.concat(1, apart.text(), apart.image());
        free(apart);
    }

    private void free(DoubleBlock.Tokens tokens) {
        if (tokens.image() != start) {
            tokens.image().close();
            tokens.text().close();
        }
    }

    void through(SingleBlock block, int index) {
        check.run();
        Tensor before = joint;
        Tensor[] vectors = Steering.vectors(steering.joint().get(index), row, SingleBlock.VECTORS);
        joint = block.forward(before, vectors, prompt.rope());
        before.close();
        tap.accept("single" + index, joint);
    }

    /// What the model says of each image token.
    Tensor out(Linear projOut) {
        Tensor tokens = joint.slice(1, prompt.text().size(1), joint.size(1));
        Tensor[] mod = Steering.vectors(steering.out(), row, 2); // scale first here, unlike the blocks
        return projOut.forward(Ops.modulate(tokens, mod[1], mod[0], EPS));
    }
}
