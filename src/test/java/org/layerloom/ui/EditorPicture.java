package org.layerloom.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;

/// Shoots the real window on the display at hand, for the README. Started by hand, for one under Xvfb;
/// docs/ARCHITECTURE.md says how.
final class EditorPicture {
    private EditorPicture() {}

    /// @param args the picture to write, `dark` or `light`, and what to show: `design`, `empty`, or an action:
    /// `generate`, `shortcuts`, `new`
    public static void main(String[] args) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        ModelCatalog catalog =
                new PaintedGenerator(java.time.Duration.ofMillis(700)).catalog(Files.createTempDirectory("models"));
        Platform.startup(() -> {
            Stage stage = new Stage(StageStyle.UNDECORATED);
            EditorWindow window = new EditorWindow(
                    stage,
                    new Editor(args[2].equals("empty") ? Document.blank(512, 512) : design()),
                    catalog,
                    Throwable::printStackTrace);
            window.view().themeProperty().set(args[1].equals("dark") ? Theme.DARK : Theme.LIGHT);
            stage.setX(0);
            stage.setY(0);
            window.show();
            if (!args[2].equals("empty")) {
                window.editor().selectionProperty().set(new LayerId(3));
            }
            after(Duration.seconds(1), () -> begin(window, args[2]));
            after(Duration.seconds(3), () -> {
                shoot(Path.of(args[0]));
                done.countDown();
            });
        });
        if (!done.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the window did not come up within a minute");
        }
        Platform.runLater(Platform::exit);
    }

    private static void after(Duration time, Runnable work) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> work.run());
        pause.play();
    }

    private static void begin(EditorWindow window, String what) {
        switch (what) {
            case "shortcuts", "new", "generate" -> window.actions().get(what).perform();
            default -> {}
        }
    }

    private static void shoot(Path file) {
        WritableImage screen = new Robot().getScreenCapture(null, 0, 0, 1440, 900);
        BufferedImage image = SwingFXUtils.fromFXImage(screen, null);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Document design() {
        Document boxes = Document.blank(512, 640).withPrompt("A birthday card with balloons");
        for (Rect box : List.of(
                new Rect(40, 60, 200, 160),
                new Rect(270, 40, 200, 240),
                new Rect(150, 300, 216, 208),
                new Rect(300, 420, 180, 160))) {
            boxes = boxes.addRegion(box);
        }
        GenerateRequest request = GenerateRequest.of(boxes, "painted", Settings.seeded(481_516));
        return new PaintedGenerator().generate(request, SILENT).applyTo(boxes).addRegion(new Rect(30, 430, 150, 170));
    }

    private static final Progress SILENT = new Progress() {
        @Override
        public void step(Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {}
    };
}
