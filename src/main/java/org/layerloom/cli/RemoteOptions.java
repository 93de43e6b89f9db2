package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.remote.Address;
import org.layerloom.remote.RemoteProvider;
import org.layerloom.remote.Token;
import picocli.CommandLine.Option;

/// Which server's models are used in place of this machine's.
final class RemoteOptions {
    @Option(
            names = "--remote",
            paramLabel = "ADDRESS",
            description = "Uses the models of a server on another machine (see serve): its address as it says it,"
                    + " https://HOST:PORT#FINGERPRINT.")
    private String remote;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the server's token; else " + Token.VARIABLE + " of the environment holds it.")
    private Path tokenFile;

    boolean isGiven() {
        return remote != null;
    }

    /// The server's models.
    List<ModelEntry> models() throws BadInputException, IOException, ModelException {
        return provider().models();
    }

    /// One of them by its id; the first where none is named.
    ///
    /// @param id as the server has it; null = any
    ModelEntry find(String id) throws BadInputException, IOException, ModelException {
        RemoteProvider provider = provider();
        List<ModelEntry> models = provider.models();
        String name = provider.address().name();
        return models.stream()
                .filter(entry -> id == null
                        || entry.id().equals(id + "@" + name)
                        || entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        id == null
                                ? name + " has no model"
                                : name + " has no model " + id + "; it has "
                                        + models.stream().map(ModelEntry::id).toList()));
    }

    private RemoteProvider provider() throws BadInputException, IOException {
        requireFitting();
        try {
            Address address = Address.of(remote);
            return new RemoteProvider(address, token());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    /// @throws BadInputException when an option would be left out without a word
    void requireFitting() throws BadInputException {
        if (remote == null && tokenFile != null) {
            throw new BadInputException("--token-file goes with --remote");
        }
    }

    private Token token() throws BadInputException, IOException {
        if (tokenFile != null) {
            return Token.in(tokenFile);
        }
        return Token.of(System.getenv())
                .orElseThrow(() -> new BadInputException(
                        "--remote needs the server's token: give --token-file or set " + Token.VARIABLE));
    }
}
