package org.layerloom.generate;

/// Makes layers. Blocks; the caller picks the thread, and calls one generator from one thread at a time.
public interface LayerGenerator extends AutoCloseable {
    /// Runs one request.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` asked to stop: a [PartlyMadeException]
    ///     where layers were finished by then
    /// @throws IllegalArgumentException when the request asks for what this model cannot do, in one sentence
    /// @throws ModelException when the model's files turn out broken
    GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException;

    /// The device that it runs on and why, in words: `CPU, 2 threads: no NVIDIA driver was found`.
    String device();

    /// Gives the weights' memory back.
    @Override
    void close();
}
