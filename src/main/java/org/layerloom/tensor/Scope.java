package org.layerloom.tensor;

import java.lang.ScopedValue.CallableOp;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Frees tensors: every tensor made while a scope's body runs dies with the scope, but for those that the body
/// returns, which go on to the scope around it.
///
/// The garbage collector does not see native memory, so a step and a block each run in a scope. A body may return a
/// tensor that it did not make (its own input, a weight): that one keeps the owner it had. A scope belongs to the
/// thread it runs on.
public final class Scope {
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private final Set<Tensor> tensors = Collections.newSetFromMap(new IdentityHashMap<>());

    private Scope() {}

    /// Runs the body and frees all it made but its result.
    public static <X extends Throwable> Tensor scoped(CallableOp<? extends Tensor, X> body) throws X {
        return scopedAll(() -> List.of(body.call())).getFirst();
    }

    /// Runs the body and frees all it made but the tensors in the list that it returns.
    public static <X extends Throwable> List<Tensor> scopedAll(CallableOp<? extends List<Tensor>, X> body) throws X {
        return scoped(kept -> kept, body);
    }

    /// Runs the body and frees all it made but the tensors that its result holds.
    ///
    /// @param tensors of a result
    public static <R, X extends Throwable> R scoped(
            Function<? super R, List<Tensor>> tensors, CallableOp<? extends R, X> body) throws X {
        Scope scope = new Scope();
        try {
            R result = ScopedValue.where(CURRENT, scope).<R, X>call(body::call);
            for (Tensor tensor : tensors.apply(result)) {
                if (scope.tensors.remove(tensor)) {
                    register(tensor);
                }
            }
            return result;
        } finally {
            scope.free();
        }
    }

    /// Runs the body and frees every tensor it made; the result is plain Java data.
    public static <R, X extends Throwable> R closing(CallableOp<? extends R, X> body) throws X {
        Scope scope = new Scope();
        try {
            return ScopedValue.where(CURRENT, scope).<R, X>call(body::call);
        } finally {
            scope.free();
        }
    }

    static void register(Tensor tensor) {
        if (CURRENT.isBound()) {
            CURRENT.get().tensors.add(tensor);
        }
    }

    static void unregister(Tensor tensor) {
        if (CURRENT.isBound()) {
            CURRENT.get().tensors.remove(tensor);
        }
    }

    private void free() {
        tensors.forEach(Tensor::release);
        tensors.clear();
    }
}
