package org.layerloom.remote;

import java.util.Locale;
import java.util.OptionalInt;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;

/// Why a server does not do what it is asked for.
///
/// @param sentence what it has to say of it, in the server's language; blank where the reason says all
/// @param memory of a run that does not fit; else null
record Refusal(Reason reason, String sentence, Memory memory) {
    /// Kinds of reasons, each with the status of the answer where none was begun yet.
    enum Reason {
        /// The request cannot be read: client and server are not of one version.
        UNREADABLE(400),
        /// The request asks for what the model cannot do.
        REQUEST(422),
        TOKEN(401),
        /// The server has no such model.
        NO_MODEL(404),
        /// There is no such path.
        VERSION(404),
        /// More bytes, boxes or pixels than the server takes.
        LIMIT(413),
        /// Too many wait already.
        BUSY(503),
        /// The model's files are broken.
        MODEL(500),
        /// The verdict says that it does not fit.
        TOO_LARGE(500),
        /// The memory was not enough in the middle.
        MEMORY(500),
        /// The server is going down.
        STOPPED(503),
        FAULT(500);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /// For a log.
        String word() {
            return toString().toLowerCase(Locale.ROOT);
        }
    }

    /// A verdict.
    ///
    /// @param side null = unknown
    record Memory(Verdict.Way way, long needed, long there, boolean onGpu, Integer side) {
        Verdict verdict() {
            return new Verdict(way, needed, there, onGpu, side == null ? OptionalInt.empty() : OptionalInt.of(side));
        }

        private static Memory of(Verdict verdict) {
            return new Memory(
                    verdict.way(),
                    verdict.needed(),
                    verdict.there(),
                    verdict.onGpu(),
                    verdict.side().isPresent() ? (Integer) verdict.side().getAsInt() : null);
        }
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, "", null);
    }

    static Refusal of(Reason reason, String sentence) {
        return new Refusal(reason, sentence, null);
    }

    /// What ended a run.
    static Refusal of(Throwable problem) {
        String said = String.valueOf(problem.getMessage());
        return switch (problem) {
            case TooLargeException e -> new Refusal(Reason.TOO_LARGE, said, Memory.of(e.verdict()));
            case ModelException e -> of(Reason.MODEL, said);
            case IllegalArgumentException e -> of(Reason.REQUEST, said);
            case OutOfMemoryError e -> of(Reason.MEMORY);
            default -> of(Reason.FAULT, problem.toString().lines().findFirst().orElse(""));
        };
    }
}
