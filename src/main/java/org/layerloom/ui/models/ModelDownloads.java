package org.layerloom.ui.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.layerloom.download.Access;
import org.layerloom.download.DownloadPlan;
import org.layerloom.download.DownloadQueue;
import org.layerloom.download.HashBook;
import org.layerloom.ui.preferences.Preferences;

/// The downloads of this start of the program, which go on while the page of models is closed. Nothing is asked for
/// before one is started. Lives on the JavaFX thread.
public final class ModelDownloads {
    private final ModelFolders folders;
    private final Path userFolder;
    private final Runnable arrived;
    private final HashBook hashes;
    private final DownloadQueue queue;
    private final ObservableMap<String, DownloadQueue.Event> states = FXCollections.observableHashMap();
    /// A token that was typed is for this start of the program only.
    private Optional<Access> typed = Optional.empty();

    /// @param preferences hold the places that are looked in
    /// @param userFolder where the user's models and hashes are kept
    /// @param arrived is run when the files of a model are at their places
    public ModelDownloads(Preferences preferences, Path userFolder, Runnable arrived) {
        folders = new ModelFolders(preferences);
        this.userFolder = userFolder;
        this.arrived = arrived;
        hashes = new HashBook(userFolder.resolve(HashBook.NAME));
        queue = new DownloadQueue(hashes, event -> Platform.runLater(() -> take(event)));
    }

    private void take(DownloadQueue.Event event) {
        states.put(event.plan().model().id(), event);
        if (event.state() == DownloadQueue.State.DONE) {
            arrived.run();
        }
    }

    /// Where downloads go when nothing else is chosen.
    Path usualRoot() {
        return userFolder.resolve("models");
    }

    HashBook hashes() {
        return hashes;
    }

    /// What became of each model that was asked for, by its id.
    ObservableMap<String, DownloadQueue.Event> states() {
        return states;
    }

    /// Fetches a model when those before it are done. Where it goes is looked in from now on.
    void start(DownloadPlan plan) {
        if (!plan.root().equals(usualRoot())) {
            folders.add(List.of(plan.root()));
        }
        queue.add(plan, access(System.getenv()));
    }

    private Access access(Map<String, String> environment) {
        return typed.orElseGet(() -> Access.of(environment));
    }

    /// Takes a token for the place of a model, until the program ends.
    void use(Access access) {
        typed = Optional.of(access);
    }

    /// Stops a download; what came stays.
    void stop(String id) {
        queue.stop(id);
    }

    /// Stops all; they can be gone on with at the next start.
    public void close() {
        queue.close();
    }
}
