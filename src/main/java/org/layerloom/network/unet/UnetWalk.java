package org.layerloom.network.unet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// One pass through a UNet that stops at every attention, so that several can go in lock step:
/// `for (AttentionPoint p = walk.next(); p != null; p = walk.next()) { walk.answer(p.output()); }`.
///
/// A walk belongs to the scope that it was begun in: what it holds dies with that scope, and what it no longer needs
/// before.
public final class UnetWalk {
    private final List<UnetStep> steps;
    private final Tensor time; // SiLU of the embedding, (1 or b, time dim)
    private final UnetContext context;
    private final BiConsumer<String, Tensor> tap;
    private final Deque<Tensor> skips = new ArrayDeque<>();

    private int at;
    private Tensor x;
    private Tensor picture; // what a transformer's output is added to
    private AttentionPoint open;

    /// @param x   output of the first convolution; it is the walk's from here on
    /// @param tap sees what each step made, while it lives
    UnetWalk(List<UnetStep> steps, Tensor x, Tensor time, UnetContext context, BiConsumer<String, Tensor> tap) {
        this.steps = steps;
        this.x = x;
        this.time = time;
        this.context = context;
        this.tap = tap;
    }

    /// Goes on to the next attention; null where there is none left and the pass has ended.
    public AttentionPoint next() {
        if (open != null) {
            throw new IllegalStateException("the attention " + open.name() + " has had no answer");
        }
        for (; at < steps.size(); at++) {
            UnetStep step = steps.get(at);
            if (step instanceof UnetStep.Attend attend) {
                open = point(attend);
                return open;
            }
            Tensor before = x;
            Tensor after = Scope.scoped(() -> run(step, before));
            remember(step, before);
            become(after);
            tap.accept(step.name(), x);
        }
        return null;
    }

    /// Adds an output (b, n, dim) of the attention that waits to the hidden states. The output is closed.
    public void answer(Tensor output) {
        try (output;
                Tensor _ = open.hidden()) {
            become(x.add(output));
        }
        tap.accept(open.name(), x);
        open = null;
        at++;
    }

    /// Walks to the end, the processor answering every attention.
    Tensor finish(AttentionProcessor processor) {
        for (AttentionPoint point = next(); point != null; point = next()) {
            AttentionPoint here = point;
            answer(Scope.scoped(() -> processor.process(here)));
        }
        return output();
    }

    /// The prediction (b, latent channels, h, w), once there is no attention left.
    public Tensor output() {
        if (at < steps.size()) {
            throw new IllegalStateException("the pass has not ended: go on with next");
        }
        return x;
    }

    /// What was stored for a way up that has not been gone, in the order of storing.
    List<Tensor> skips() {
        return List.copyOf(skips).reversed();
    }

    private AttentionPoint point(UnetStep.Attend attend) {
        return new AttentionPoint(
                attend.name(),
                attend.attention(),
                attend.norm().forward(x),
                attend.self() ? null : context.states(),
                Math.toIntExact(picture.size(2)),
                Math.toIntExact(picture.size(3)));
    }

    private Tensor run(UnetStep step, Tensor before) {
        return switch (step) {
            case UnetStep.Resnet resnet -> resnet.block().forward(before, time);
            case UnetStep.Downsample down -> down.conv().forward(before);
            case UnetStep.Upsample up -> up.forward(before);
            case UnetStep.EnterTransformer enter -> enter.forward(before);
            case UnetStep.Attend attend -> throw new IllegalStateException(attend.name() + " waits for an answer");
            case UnetStep.Feed feed -> feed.forward(before);
            case UnetStep.LeaveTransformer leave -> leave.forward(before, picture);
            case UnetStep.PushSkip _ -> before;
            case UnetStep.PopSkip _ -> withSkip(before);
            case UnetStep.AddControl _ ->
                context.control() == null
                        ? before
                        : before.add(context.control().mid());
            case UnetStep.Finish finish -> finish.forward(before);
        };
    }

    private Tensor withSkip(Tensor before) {
        Tensor skip = skips.peek();
        ControlResiduals control = context.control();
        return Tensor.concat(
                1, before, control == null ? skip : skip.add(control.down().get(skips.size() - 1)));
    }

    /// Remembers what later steps need, and frees what was remembered for this one.
    private void remember(UnetStep step, Tensor before) {
        switch (step) {
            case UnetStep.PushSkip _ -> skips.push(before);
            case UnetStep.PopSkip _ -> skips.pop().close();
            case UnetStep.EnterTransformer _ -> picture = before;
            case UnetStep.LeaveTransformer _ -> {
                picture.close();
                picture = null;
            }
            default -> {}
        }
    }

    /// The stream's next value; the one before is closed unless it is remembered.
    private void become(Tensor next) {
        if (x != next && x != picture && !skips.contains(x)) {
            x.close();
        }
        x = next;
    }
}
