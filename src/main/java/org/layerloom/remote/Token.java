package org.layerloom.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;
import org.layerloom.words.Words;

/// What a client has to know to use a server's models. It stands in a file or in the environment, never among the
/// arguments of a process, which all users of a machine can see, and in no log.
public final class Token {
    /// Environment variable that holds it.
    public static final String VARIABLE = "LAYERLOOM_REMOTE_TOKEN";

    private static final Words WORDS = Words.of(Token.class);
    private static final String SCHEME = "Bearer ";
    private static final int LEAST = 16;
    private static final int MOST = 512;
    private static final int RANDOM_BYTES = 32;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException when it is too short to be a secret, or no header can hold it
    public static Token of(String text) {
        String bare = text.strip();
        boolean fits =
                bare.length() >= LEAST && bare.length() <= MOST && bare.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!fits) {
            throw new IllegalArgumentException(WORDS.text("token.form", LEAST, MOST));
        }
        return new Token(bare);
    }

    /// That of the environment, where there is one.
    public static Optional<Token> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Token::of);
    }

    /// @throws IOException when the file cannot be read or holds none, in one sentence that does not quote it
    public static Token in(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(WORDS.text("token.missing", file));
        }
        try {
            return of(Files.size(file) > MOST * 2 ? "" : Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(WORDS.text("token.file", file, LEAST, MOST), e);
        }
    }

    /// A new one that nobody can guess.
    public static Token random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Keeps it in a file that only the user can read.
    public void keepIn(Path file) throws IOException {
        AtomicFiles.writePrivate(file, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /// The value of the header `Authorization`.
    String header() {
        return SCHEME + text;
    }

    /// Whether a header's value holds this token. Takes as long whatever the header holds.
    boolean isIn(String header) {
        return MessageDigest.isEqual(hash(String.valueOf(header)), hash(header()));
    }

    private static byte[] hash(String text) {
        return Certificates.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && isIn(token.header());
    }

    @Override
    public int hashCode() {
        return Token.class.hashCode();
    }

    /// Without the token: texts go into logs.
    @Override
    public String toString() {
        return "Token[]";
    }
}
