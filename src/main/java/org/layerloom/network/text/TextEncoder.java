package org.layerloom.network.text;

/// Turns a prompt into what the transformer is conditioned on. Closing it frees its weights and tokenizers.
public interface TextEncoder extends AutoCloseable {
    /// Encodes a prompt of any length (each encoder cuts it at its own limit); "" is a prompt like any other.
    TextEncoding encode(String prompt);

    /// Gives memory back between runs; what is given back is loaded again when the next prompt needs it.
    default void release() {}

    @Override
    void close();
}
