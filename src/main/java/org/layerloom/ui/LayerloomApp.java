package org.layerloom.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.layerloom.device.DeviceProbe;
import org.layerloom.device.LibtorchChoice;
import org.layerloom.document.Document;
import org.layerloom.files.Handover;
import org.layerloom.files.ProgramLog;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.UserFolder;
import org.layerloom.ui.files.EarlierVersions;
import org.layerloom.ui.files.FileBrowser;
import org.layerloom.ui.files.ProjectLocks;
import org.layerloom.ui.files.RecoveryFolder;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;

/// Starts the window and waits until it is closed.
public final class LayerloomApp {
    /// Side of the page that a new window begins with, px: what the built-in model is at home with.
    private static final int PAGE = 512;

    /// The line of the log that tells that the first window is seen.
    public static final String WINDOW_SHOWN = "the window is shown";

    private static final String NO_DISPLAY =
            "there is no display to open the window on: use the command line instead (generate --help), or set DISPLAY";

    private LayerloomApp() {}

    /// Runs the editor; returns when its window is closed. To be called once in the life of the program.
    ///
    /// @param file a project or picture to open
    /// @param log keeps the details of what went wrong
    /// @param handover what later starts send goes to this window
    /// @throws IllegalStateException when there is no display to show it on
    public static void launch(ModelCatalog catalog, Optional<Path> file, ProgramLog log, Handover handover) {
        requireDisplay();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> open(catalog, file, log, closed).ifPresent(handover::listen));
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(NO_DISPLAY, e);
        }
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the window could not be opened: " + e.getCause(), e.getCause());
        }
    }

    /// @return what takes the files of later starts, or nothing where the window could not be opened
    private static Optional<Handover.Taker> open(
            ModelCatalog catalog, Optional<Path> file, ProgramLog log, CompletableFuture<Void> closed) {
        try {
            Stage stage = new Stage();
            Preferences preferences = Preferences.in(UserFolder.findSettings().resolve("settings.json"));
            speak(preferences.get(ProgramSettings.LANGUAGE));
            EditorWindow window =
                    new EditorWindow(stage, new Editor(Document.blank(PAGE, PAGE)), catalog, preferences, log::add);
            window.quote(log);
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
                hideAll();
                preferences.close();
                // The window is still going: the toolkit may end only after it.
                Platform.runLater(() -> {
                    Platform.exit();
                    closed.complete(null);
                });
            });
            keep(window, preferences);
            // What a start takes is measured by this line of the log.
            FirstFrames.seen(() -> Thread.ofVirtual().start(() -> log.note(WINDOW_SHOWN)));
            window.begin(file);
            window.session().lookForDevice(DeviceProbe::look, LibtorchChoice.announced());
            return Optional.of(new LaterStarts(stage, window.files()::openInPlace));
        } catch (RuntimeException | Error e) {
            Platform.exit();
            closed.completeExceptionally(e);
            return Optional.empty();
        }
    }

    /// Gives the window the folders of the user's.
    private static void keep(EditorWindow window, Preferences preferences) {
        Path data = UserFolder.find();
        window.keepPictures(data.resolve("recent"));
        EarlierVersions versions =
                new EarlierVersions(data.resolve("versions"), () -> preferences.get(ProgramSettings.VERSIONS));
        window.files().guard(new ProjectLocks(data.resolve("locks")), versions);
        // On a thread of its own: looking for a project on a network's disk may take long.
        Thread.ofPlatform().daemon().name("versions").start(versions::clearDeleted);
        window.keepUnsaved(
                new RecoveryFolder(data.resolve("unsaved")), () -> preferences.get(ProgramSettings.AUTOSAVE_SECONDS));
        FileBrowser.find(
                        System.getProperty("os.name"),
                        Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .ifPresent(browser -> window.files().exports().setShowFolder(browser::show));
    }

    /// Chooses the language before any text is read: the system's where it is one of ours, else English.
    ///
    /// @param language `en`, `de`, or blank for the system's
    static void speak(String language) {
        Locale wanted = language.isBlank() ? Locale.getDefault() : Locale.of(language);
        boolean known =
                wanted.getLanguage().equals("de") || wanted.getLanguage().equals("en");
        Locale.setDefault(known ? wanted : Locale.ENGLISH);
    }

    /// What floats over a window goes first: the toolkit does not survive it the other way round.
    private static void hideAll() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        windows.reversed().forEach(Window::hide);
    }

    /// JavaFX's own complaint about a missing display is a stack trace.
    private static void requireDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (linux && !headless && isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            throw new IllegalStateException(NO_DISPLAY);
        }
    }

    private static boolean isUnset(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank();
    }
}
