package org.layerloom.sampler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// A way from noise to a sample with a model that predicts the noise (epsilon). Samplers hold nothing of a run:
/// several runs can go on side by side.
public interface Sampler {
    /// Where a run stands.
    ///
    /// @param x       latents at the noise of the next step, float32
    /// @param earlier what a multistep sampler remembers of earlier steps
    record State(Tensor x, List<Tensor> earlier) {
        public State {
            earlier = List.copyOf(earlier);
        }

        public static State of(Tensor x, Tensor... earlier) {
            return new State(x, List.of(earlier));
        }

        public List<Tensor> tensors() {
            List<Tensor> all = new ArrayList<>(earlier);
            all.add(x);
            return all;
        }
    }

    /// One step, in the scope that it is called in.
    ///
    /// @param epsilon the predicted noise, float32, of x's shape
    /// @param noise   fresh normal noise of a step, asked for by the samplers that add some
    State step(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise);

    /// One step; frees all of `before` that the state after it does not hold.
    ///
    /// @param epsilon the predicted noise, of any type
    default State advance(Schedule schedule, State before, Tensor epsilon, int step, IntFunction<Tensor> noise) {
        State after = Scope.scoped(State::tensors, () -> step(schedule, before, epsilon.to(DType.F32), step, noise));
        Set<Tensor> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(after.tensors());
        before.tensors().stream().filter(tensor -> !kept.contains(tensor)).forEach(Tensor::close);
        return after;
    }

    /// The sample that latents with this predicted noise are on the way to.
    static Tensor sample(Tensor x, Tensor epsilon, double sigma) {
        return sum(1, x, -sigma, epsilon);
    }

    /// a x + b y.
    static Tensor sum(double a, Tensor x, double b, Tensor y) {
        return Scope.scoped(() -> x.mul(a).add(y.mul(b)));
    }
}
