package org.layerloom.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.TooLargeException;
import org.layerloom.words.Words;

/// What is said when another machine does not do its part: one sentence each, with what to do.
final class Trouble {
    private static final Words WORDS = Words.of(Trouble.class);

    private Trouble() {}

    /// The connection could not be made or broke.
    ///
    /// @param begun whether the server had begun with the run
    static ModelException of(Throwable problem, Address address, boolean begun) {
        if (has(problem, Certificates.OtherException.class)) {
            return new ModelException(WORDS.text("certificate.other", address.name()));
        }
        if (has(problem, CertificateException.class)) {
            return new ModelException(WORDS.text("certificate.unknown", address.name()));
        }
        if (has(problem, UnknownHostException.class) || has(problem, UnresolvedAddressException.class)) {
            return new ModelException(WORDS.text("host.unknown", address.base().getHost()));
        }
        if (has(problem, ConnectException.class) || has(problem, HttpConnectTimeoutException.class)) {
            return new ModelException(WORDS.text("unreachable", address.name()));
        }
        return new ModelException(WORDS.text(begun ? "lost" : "no.answer", address.name()));
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /// An answer that is none of the expected ones.
    static ModelException of(boolean ours, byte[] body, Address address, String model) {
        if (!ours) {
            return new ModelException(WORDS.text("other.program", address.name()));
        }
        try {
            return of(Wire.JSON.readValue(body, Refusal.class), address, model);
        } catch (IOException e) {
            return new ModelException(WORDS.text("other.version", address.name()));
        }
    }

    /// The server refused, or ended a run.
    ///
    /// @param model the server's id of it
    /// @throws IllegalArgumentException when the request was at fault
    /// @throws TooLargeException when the run would not fit
    static ModelException of(Refusal refusal, Address address, String model) {
        String name = address.name();
        return switch (refusal.reason()) {
            case UNREADABLE, VERSION -> new ModelException(WORDS.text("other.version", name));
            case TOKEN -> new ModelException(WORDS.text("token.wrong", name));
            case NO_MODEL -> new ModelException(WORDS.text("model.gone", name, model));
            case LIMIT -> new ModelException(WORDS.text("limit", name));
            case BUSY -> new ModelException(WORDS.text("busy", name));
            case STOPPED -> new ModelException(WORDS.text("stopped", name));
            case MEMORY -> new ModelException(WORDS.text("memory", name));
            case MODEL -> new ModelException(WORDS.text("model.broken", name, refusal.sentence()));
            case FAULT -> new ModelException(WORDS.text("fault", name, refusal.sentence()));
            case REQUEST -> throw new IllegalArgumentException(refusal.sentence());
            case TOO_LARGE -> throw new TooLargeException(refusal.memory().verdict());
        };
    }

    static ModelException lost(Address address) {
        return new ModelException(WORDS.text("lost", address.name()));
    }

    static ModelException limit(Address address) {
        return new ModelException(WORDS.text("limit", address.name()));
    }

    static IllegalArgumentException loras(Address address) {
        return new IllegalArgumentException(WORDS.text("loras", address.name()));
    }
}
