package org.layerloom.network.flux;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Parts of a network of one kind, one after the other. The first ones, as many as there is room for, stay in
/// memory; each of the others is loaded when it is used and freed after. While one is used the next one is loaded
/// already, on a thread of its own. One object is used from one thread at a time.
///
/// @param <B> the kind of part
final class Blocks<B> {
    private static final int NONE = -1;

    private final Weights weights;
    private final Kind<B> kind;
    private final List<B> resident = new ArrayList<>();
    /// The part that is loaded ahead, and its number; null and -1 where none is.
    private CompletableFuture<Loan<B>> ahead;
    private int coming = NONE;

    /// A part that is in memory for one use, and what it is made of.
    private record Loan<B>(Weights weights, B part) implements AutoCloseable {
        @Override
        public void close() {
            weights.close();
        }
    }

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
            loadAhead(i + 1);
            work.accept(resident.get(i));
            return;
        }
        try (Loan<B> loan = take(i)) {
            loadAhead(i + 1);
            work.accept(loan.part);
        }
    }

    /// Gives back a part that was loaded ahead and is not used; to be called when the parts have been gone through,
    /// whatever came between.
    void settle() {
        CompletableFuture<Loan<B>> unused = ahead;
        ahead = null;
        coming = NONE;
        if (unused != null) {
            unused.thenAccept(Loan::close).exceptionally(problem -> null).join(); // what failed to load holds nothing
        }
    }

    private void loadAhead(int i) {
        if (i < resident.size() || i >= kind.count || i == coming) {
            return;
        }
        settle();
        coming = i;
        ahead = CompletableFuture.supplyAsync(
                () -> load(i),
                task -> Thread.ofPlatform().name("load block").daemon().start(task));
    }

    private Loan<B> take(int i) {
        if (i != coming) {
            return load(i);
        }
        CompletableFuture<Loan<B>> mine = ahead;
        ahead = null;
        coming = NONE;
        try {
            return mine.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause(); // load throws no other
        }
    }

    private Loan<B> load(int i) {
        Weights own = weights.borrow();
        try {
            Loan<B> loan = new Loan<>(own, kind.loader.load(kind.part(own, i)));
            own.readAhead();
            return loan;
        } catch (WeightsException e) {
            own.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }
}
