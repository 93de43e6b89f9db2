package org.layerloom.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.layerloom.document.Document;
import org.layerloom.generate.ModelCatalog;

/// Starts the window and waits until it is closed.
public final class LayerloomApp {
    /// Size of the page that a new window begins with, px.
    private static final int PAGE = 512;

    private LayerloomApp() {}

    /// Runs the editor; returns when its window is closed.
    ///
    /// @param file a project to open
    /// @throws IllegalStateException when there is no display
    public static void launch(ModelCatalog catalog, Optional<Path> file) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Stage stage = new Stage();
            EditorWindow window = new EditorWindow(stage, new Editor(Document.blank(PAGE, PAGE)));
            stage.setOnHidden(event -> {
                closed.countDown();
            });
            window.show();
        });
    }
}
