package org.layerloom.ui.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.remote.Address;
import org.layerloom.remote.RemoteProvider;
import org.layerloom.remote.Token;
import org.layerloom.words.Words;

/// The other machine whose models the user wants to use, and which of them are there now. The token is kept in a file
/// that only the user can read, not among the settings. Lives on the JavaFX thread, which never waits for the machine.
public final class RemoteMachine {
    /// Name of the token's file in the folder of settings.
    public static final String TOKEN_FILE = "remote-token";

    private static final System.Logger LOG = System.getLogger(RemoteMachine.class.getName());
    private static final Words WORDS = Words.of(RemoteMachine.class);

    private final Preferences preferences;
    private final Path tokenFile;
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private Optional<String> problem = Optional.empty();
    private int looks;

    /// What a look has found.
    private record Found(List<ModelEntry> models, String told, boolean isProblem) {
        static Found problem(String sentence) {
            return new Found(List.of(), sentence, true);
        }
    }

    /// @param tokenFile where the token is kept; need not exist
    public RemoteMachine(Preferences preferences, Path tokenFile) {
        this.preferences = preferences;
        this.tokenFile = tokenFile;
    }

    /// Its models; none while it is not there.
    public ObservableList<ModelEntry> models() {
        return models;
    }

    /// How it stands, a sentence; blank where no machine is named.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Why its models are not there; empty where they are, or none are wanted.
    public Optional<String> problem() {
        return problem;
    }

    String address() {
        return preferences.get(ProgramSettings.REMOTE);
    }

    /// Uses a machine from now on, and looks whether it is there.
    ///
    /// @param token blank = the one that is kept, which goes to the machine that it is of and to no other
    void use(String address, String token) {
        try {
            Address wanted = Address.of(address);
            Optional<Token> typed = token.isBlank() ? Optional.empty() : Optional.of(Token.of(token));
            if (typed.isEmpty() && isOfAnother(wanted)) {
                throw new IllegalArgumentException(WORDS.text("remote.token.other", wanted.name()));
            }
            preferences.set(ProgramSettings.REMOTE, wanted.toString());
            look(typed);
        } catch (IllegalArgumentException e) {
            show(Found.problem(ended(e.getMessage())));
        }
    }

    private boolean isOfAnother(Address wanted) {
        String kept = address();
        return !kept.isBlank()
                && !kept.replaceFirst("#.*", "").equals(wanted.base().toString());
    }

    /// Uses it no more, and forgets the token.
    void forget() {
        preferences.set(ProgramSettings.REMOTE, "");
        looks++;
        show(new Found(List.of(), "", false));
        Path file = tokenFile;
        Thread.ofVirtual().start(() -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                Platform.runLater(() -> show(Found.problem(WORDS.text("remote.token.kept", file))));
            }
        });
    }

    /// Looks whether the machine that is named is there, and which models it has; returns at once.
    public void look() {
        look(Optional.empty());
    }

    private void look(Optional<Token> typed) {
        String address = address();
        if (address.isBlank()) {
            return;
        }
        int mine = ++looks;
        told.set(WORDS.text("remote.asking", address.replaceFirst("#.*", "")));
        Thread.ofVirtual().name("ask for remote models").start(() -> {
            Found found = ask(address, typed);
            Platform.runLater(() -> {
                if (mine == looks) { // a look that was begun later may have ended before
                    show(found);
                }
            });
        });
    }

    private Found ask(String typedAddress, Optional<Token> typed) {
        try {
            if (typed.isPresent()) {
                typed.get().keepIn(tokenFile);
            }
            Address address = Address.of(typedAddress);
            Token token = typed.isPresent() ? typed.get() : token();
            List<ModelEntry> found = new RemoteProvider(address, token).models();
            String said = found.size() == 1
                    ? WORDS.text("remote.one", address.name())
                    : WORDS.text("remote.many", address.name(), found.size());
            return new Found(found, said, false);
        } catch (IllegalArgumentException | ModelException | IOException e) {
            return Found.problem(ended(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the look for remote models", e);
            return Found.problem(WORDS.text("remote.fault", e.toString()));
        }
    }

    /// The one that is kept, which somebody typed, comes before the environment's.
    private Token token() throws IOException {
        Optional<Token> told = Files.exists(tokenFile) ? Optional.empty() : Token.of(System.getenv());
        return told.isPresent() ? told.get() : Token.in(tokenFile);
    }

    private void show(Found found) {
        told.set(found.told);
        problem = found.isProblem ? Optional.of(found.told) : Optional.empty();
        if (!models.equals(found.models)) { // who looks at an open list is not to be disturbed for nothing
            models.setAll(found.models);
        }
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
