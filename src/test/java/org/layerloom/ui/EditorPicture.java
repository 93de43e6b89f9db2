package org.layerloom.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.picture.WebpWriter;
import org.layerloom.document.Document;
import org.layerloom.document.Paper;
import org.layerloom.document.Rect;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelFamily;
import org.layerloom.pipeline.art.ArtProvider;

/// Shoots the real window on the display at hand, a design of a sample layout in it: what `docs/pictures/shoot.sh`
/// starts for each picture.
final class EditorPicture {
    /// Which layer of the design is selected, counted from the bottom.
    private static final int SELECTED = 2;
    /// Small text stays crisp, and a picture takes less than 100 KB.
    private static final int QUALITY = 88;

    private final Path picture;
    private final String state;
    private final int width;
    private final int height;
    private final EditorWindow window;
    private final CountDownLatch done;

    private EditorPicture(String[] args, ModelCatalog catalog, JsonNode layout, CountDownLatch done) {
        picture = Path.of(args[0]);
        state = args[2];
        String[] size = args[3].split("x");
        width = Integer.parseInt(size[0]);
        height = Integer.parseInt(size[1]);
        this.done = done;
        Document page = Document.blank(
                layout.path("width").asInt(), layout.path("height").asInt());
        Stage stage = new Stage(StageStyle.UNDECORATED);
        window = new EditorWindow(stage, new Editor(page), catalog, Throwable::printStackTrace);
        window.view().themeProperty().set(args[1].equals("dark") ? Theme.DARK : Theme.LIGHT);
        window.session().settings().seedProperty().set(layout.path("seed").asLong());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /// @param args the picture to write; `dark` or `light`; `start`, `empty`, `boxes`, `design`, `preview`,
    ///     `models`, `modes`, `harmonise` or an action's name; the size `1440x900`; a layout; a folder of
    ///     models, without which shapes are painted
    public static void main(String[] args) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        JsonNode layout = new ObjectMapper().readTree(Path.of(args[4]).toFile());
        ModelCatalog catalog = args.length > 5
                ? new ModelCatalog(List.of(new ArtProvider(List.of())), List.of(Path.of(args[5])))
                : new PaintedGenerator(java.time.Duration.ofMillis(500))
                        .catalog(Files.createTempDirectory("models"), ModelFamily.values());
        Platform.startup(() -> new EditorPicture(args, catalog, layout, done).start(layout));
        if (!done.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the window did not come so far within five minutes");
        }
        Platform.runLater(Platform::exit);
    }

    private void start(JsonNode layout) {
        window.show();
        if (state.equals("empty") || state.equals("start")) {
            if (state.equals("start")) {
                window.welcome();
            }
            shootSoon();
            return;
        }
        for (JsonNode box : layout.path("regions")) {
            Rect rect = new Rect(
                    box.path("x").asInt(),
                    box.path("y").asInt(),
                    box.path("width").asInt(),
                    box.path("height").asInt());
            window.editor().commit("Add box", document -> document.addRegion(rect));
        }
        String prompt = layout.path("prompt").asText();
        window.editor().commit("Prompt", document -> document.withPrompt(prompt));
        window.session().modelProperty().subscribe(model -> {
            if (model != null) {
                begin();
            }
        });
    }

    private void begin() {
        if (state.equals("boxes")) {
            shootSoon();
            return;
        }
        if (state.equals("preview")) {
            window.session().settings().stepsProperty().set(OptionalInt.of(28));
            window.session().progressProperty().subscribe(now -> {
                if (now != null && !now.step().isEmpty() && now.done() == 14) {
                    shootSoon();
                }
            });
        } else {
            window.session().runningProperty().subscribe((before, running) -> {
                if (before && !running) {
                    Platform.runLater(this::showDesign);
                }
            });
        }
        window.session().generate();
    }

    private void showDesign() {
        boolean ofModes = List.of("models", "modes", "harmonise").contains(state);
        window.session().models().stream()
                .filter(model -> ofModes && model.abilities().can(Mode.HARMONISE))
                .findFirst()
                .ifPresent(model -> {
                    window.session().modelProperty().set(model);
                    window.session().modes().modeProperty().set(Mode.HARMONISE);
                });
        Document design = window.editor().document();
        int index = Math.min(SELECTED, design.layers().size() - 1);
        window.editor().selectionProperty().set(design.layers().get(index).id());
        switch (state) {
            case "design" -> {}
            case "models" -> fire("Model Painted XL");
            case "modes" -> fire("Mode Harmonise");
            case "harmonise" -> {}
            default -> window.actions().get(state).perform();
        }
        // The notice of the run goes after five seconds.
        after(Duration.seconds(6), this::shoot);
    }

    /// Shows a model of several modes, and opens what a chip of the prompt bar opens.
    private void fire(String chip) {
        window.canvas().getScene().getRoot().lookupAll(".chip").stream()
                .filter(node -> chip.equals(node.getAccessibleText()))
                .forEach(node -> ((Button) node).fire());
    }

    private void shootSoon() {
        after(Duration.millis(1500), this::shoot);
    }

    private static void after(Duration time, Runnable work) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> work.run());
        pause.play();
    }

    private void shoot() {
        WritableImage screen = new Robot().getScreenCapture(null, 0, 0, width, height, false);
        try {
            Files.createDirectories(picture.toAbsolutePath().getParent());
            try (OutputStream file = Files.newOutputStream(picture)) {
                WebpWriter.write(FxPictures.raster(screen), QUALITY, false, Paper.SCREEN, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done.countDown();
    }
}
