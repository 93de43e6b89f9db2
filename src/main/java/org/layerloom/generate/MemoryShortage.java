package org.layerloom.generate;

/// Tells a run that had too little memory from one that has a fault: Java's own error, or the engine's, which has no
/// type of its own.
public final class MemoryShortage {
    private MemoryShortage() {}

    /// Whether a problem, or what caused it, is that memory ran out: the heap, the machine's or the graphics card's.
    public static boolean isIn(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof OutOfMemoryError
                    || message.contains("can't allocate memory") // libtorch's DefaultCPUAllocator
                    || message.contains("out of memory")) {
                return true;
            }
        }
        return false;
    }

    /// The problem itself, or an [OutOfMemoryError] caused by it if that is what it is.
    static Throwable named(Throwable problem) {
        if (problem instanceof OutOfMemoryError || !isIn(problem)) {
            return problem;
        }
        OutOfMemoryError named = new OutOfMemoryError("the memory ran out");
        named.initCause(problem);
        return named;
    }
}
