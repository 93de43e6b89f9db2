package org.layerloom.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Locks;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.FxPictures;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of a folder on a page.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class PicturePlacerTest {
    @TempDir
    private Path folder;

    private final List<Notice> notices = new ArrayList<>();
    private Editor editor;
    private PicturePlacer placer;

    @Start
    void start(Stage stage) {
        editor = new Editor(Document.blank(100, 80));
        placer = new PicturePlacer(editor, () -> stage, notices::add);
    }

    @Test
    void many_files_are_one_step_and_selected_and_a_bad_one_is_told_and_keeps_nothing_back(FxRobot robot)
            throws Exception {
        Path large = picture("Large.jpg", 200, 100);
        Path bad = Files.writeString(folder.resolve("Bad.png"), "no picture");
        Path small = picture("Small.png", 20, 10);
        robot.interact(() -> placer.place(List.of(large, bad, small, folder.resolve("Gone.gif")), Optional.empty()));
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> !placer.busyProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.document().layers().stream().map(Layer::name)).containsExactly("Large", "Small");
        assertThat(editor.document().layers().getFirst().bounds()).isEqualTo(new Rect(0, 15, 100, 50));
        assertThat(((PlacedLayer) editor.document().layers().getFirst())
                        .source()
                        .width())
                .isEqualTo(200);
        assertThat(editor.selected()).hasSize(2);
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(notices).hasSize(2);
        assertThat(notices.getLast().text()).isEqualTo("“Gone.gif” was not placed: it is not there any more.");
    }

    @Test
    void a_picture_that_is_dropped_has_its_middle_there(FxRobot robot) throws Exception {
        robot.interact(() ->
                placer.place("Drop", Raster.filled(20, 10, 0xffff0000), Optional.of(new PicturePlacer.Point(30, 40))));
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> !placer.busyProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.document().layers().getFirst().bounds()).isEqualTo(new Rect(20, 35, 20, 10));
    }

    @Test
    void another_picture_takes_the_place_of_the_selected_one_in_one_step_and_a_bad_one_changes_nothing(FxRobot robot)
            throws Exception {
        robot.interact(() -> assertThat(placer.canReplace()).isFalse());
        robot.interact(() -> placer.place("Old", Raster.filled(20, 10, 0xffff0000), Optional.empty()));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !editor.selected().isEmpty());
        Path bad = Files.writeString(folder.resolve("Bad.png"), "no picture");
        Path other = picture("New.png", 40, 40);
        robot.interact(() -> {
            assertThat(placer.canReplace()).isTrue();
            placer.replace(editor.history(), editor.selected().getFirst(), bad);
            placer.replace(editor.history(), editor.selected().getFirst(), other);
        });
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> editor.history().entries().size() == 3);
        WaitForAsyncUtils.waitForFxEvents();
        Layer layer = editor.document().layers().getFirst();
        assertThat(layer.name()).isEqualTo("Old");
        assertThat(layer.bounds()).isEqualTo(new Rect(45, 35, 10, 10));
        assertThat(notices).hasSize(1);
        robot.interact(editor::undo);
        assertThat(editor.document().layers().getFirst().bounds()).isEqualTo(new Rect(40, 35, 20, 10));
    }

    @Test
    void a_layer_of_another_document_and_one_locked_meanwhile_are_left_alone(FxRobot robot) throws Exception {
        robot.interact(() -> placer.place("Old", Raster.filled(20, 10, 0xffff0000), Optional.empty()));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !editor.selected().isEmpty());
        Path other = picture("New.png", 40, 40);
        Document page = editor.document();
        LayerId id = page.layers().getFirst().id();
        robot.interact(() -> {
            placer.replace(editor.history(), id, other);
            editor.open(page);
        });
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> !placer.busyProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.document()).isSameAs(page);
        robot.interact(() -> {
            placer.replace(editor.history(), id, other);
            editor.commit("Lock", document -> document.with(id, l -> l.with(props -> props.withLocks(Locks.ALL))));
        });
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> !placer.busyProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.document().layers().getFirst().bounds()).isEqualTo(new Rect(40, 35, 20, 10));
        assertThat(editor.history().entries()).hasSize(2);
    }

    @Test
    void pictures_of_the_toolkit_go_there_and_back_unchanged() {
        Raster raster = Raster.of(3, 1, new int[] {0xff123456, 0x80ff0000, 0});
        assertThat(FxPictures.raster(FxPictures.image(raster))).isEqualTo(raster);
    }

    @Test
    void only_files_that_are_pictures_by_name_are_taken() {
        assertThat(PictureFiles.among(List.of(
                        new File("a.PNG"),
                        new File("b.txt"),
                        new File("c.jpeg"),
                        new File("d.psd"),
                        new File("e.webp"))))
                .containsExactly(Path.of("a.PNG"), Path.of("c.jpeg"), Path.of("e.webp"));
    }

    private Path picture(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        String kind = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, file.toFile()))
                .isTrue();
        return file;
    }
}
