package org.layerloom.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Verdict;
import org.layerloom.generate.Vocabulary;

/// The models of one server.
public record RemoteProvider(Address address, Token token) implements GeneratorProvider {
    private static final String NO_FILE = "remote";

    /// Asks the server for its models; takes some seconds where it is not there.
    ///
    /// @throws ModelException when it cannot be asked, in one sentence
    public List<ModelEntry> models() throws ModelException {
        try (Connection connection = new Connection(address, token)) {
            return connection.listing(Progress.NONE).models().stream()
                    .map(this::entry)
                    .toList();
        }
    }

    private ModelEntry entry(Listing.Model model) {
        Path name = Path.of(NO_FILE, plain(address.name()), plain(model.id()));
        return new ModelEntry(model.id() + "@" + address.name(), model.title(), name, this, model.abilities());
    }

    /// As a path can hold it on every system.
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /// The server's id of a model.
    private String id(ModelEntry entry) {
        return entry.id().substring(0, entry.id().length() - address.name().length() - 1);
    }

    /// Its models are no files here.
    @Override
    public Optional<ModelEntry> recognise(Path path) {
        return Optional.empty();
    }

    @Override
    public Optional<String> machine() {
        return Optional.of(address.name());
    }

    /// @param device is the server's to choose
    @Override
    public LayerGenerator open(ModelEntry entry, String device, Progress progress) throws ModelException {
        Connection connection = new Connection(address, token);
        try {
            Listing server = connection.listing(progress);
            String id = id(entry);
            if (server.models().stream().noneMatch(model -> model.id().equals(id))) {
                throw Trouble.of(Refusal.of(Refusal.Reason.NO_MODEL), address, id);
            }
            return new RemoteGenerator(connection, server, id, entry.weights());
        } catch (ModelException | CancellationException e) {
            connection.close();
            throw e;
        }
    }

    /// Told as the run begins: by the server, of the memory that is free there then.
    @Override
    public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) {
        return Optional.empty();
    }

    @Override
    public Optional<Vocabulary> vocabulary(ModelEntry entry) throws ModelException {
        try (Connection connection = new Connection(address, token)) {
            return connection.listing(Progress.NONE).models().stream()
                    .filter(model -> model.id().equals(id(entry)))
                    .flatMap(model -> Optional.ofNullable(model.vocabulary()).stream())
                    .findFirst();
        }
    }
}
