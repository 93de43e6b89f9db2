package org.layerloom.network.flux;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Parts of a network of one kind, one after the other. The first ones, as many as there is room for, stay in
/// memory; each of the others is loaded when it is used and freed after.
///
/// @param <B> the kind of part
final class Blocks<B> {
    private final Weights weights;
    private final Kind<B> kind;
    private final List<B> resident = new ArrayList<>();

    /// Makes a part from its weights.
    interface Loader<B> {
        B load(Weights w) throws WeightsException;
    }

    /// What the parts are.
    ///
    /// @param names of a part's weights, with `%d` for its number
    /// @param bytes that a part takes
    record Kind<B>(String names, int count, Loader<B> loader, ToLongFunction<Weights> bytes) {
        private Weights part(Weights of, int i) {
            return of.at(names.formatted(i));
        }

        /// Bytes of the largest part, 0 if there is none.
        long largest(Weights of) {
            long largest = 0;
            for (int i = 0; i < count; i++) {
                largest = Math.max(largest, bytes.applyAsLong(part(of, i)));
            }
            return largest;
        }

        /// Bytes of all parts.
        long all(Weights of) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += bytes.applyAsLong(part(of, i));
            }
            return sum;
        }
    }

    /// @param weights of the whole network; must stay open while a part may be loaded
    /// @throws WeightsException if a part is broken, be it in memory or not
    Blocks(Weights weights, Kind<B> kind, Room room) throws WeightsException {
        this.weights = weights;
        this.kind = kind;
        for (int i = 0; i < kind.count; i++) {
            Weights part = kind.part(weights, i);
            if (resident.size() == i && room.take(kind.bytes.applyAsLong(part))) {
                resident.add(kind.loader.load(part));
            } else {
                tryNamesAndShapes(i);
            }
        }
    }

    private void tryNamesAndShapes(int i) throws WeightsException {
        try (Weights view = weights.borrowAsStored()) {
            kind.loader.load(kind.part(view, i));
        }
    }

    /// Does work with part i, which must not be held afterwards.
    ///
    /// @throws UncheckedIOException if its file can no longer be read
    void use(int i, Consumer<? super B> work) {
        if (i < resident.size()) {
            work.accept(resident.get(i));
            return;
        }
        try (Weights own = weights.borrow()) {
            work.accept(kind.loader.load(kind.part(own, i)));
        } catch (WeightsException e) {
            throw new UncheckedIOException(e);
        }
    }
}
