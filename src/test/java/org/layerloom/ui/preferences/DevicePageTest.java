package org.layerloom.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.Driver;
import org.layerloom.device.Gpu;
import org.layerloom.device.Libtorch;
import org.layerloom.device.LibtorchChoice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The page of devices over a machine with a driver and a card that a fake probe has found.
@ExtendWith(ApplicationExtension.class)
class DevicePageTest {
    private static final Driver DRIVER =
            new Driver(Driver.State.READY, 0, 12_080, List.of(new Gpu("NVIDIA GeForce RTX 4090", 24_000_000_000L)));
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private LibtorchChoice choice;
    private Libtorch found = Libtorch.BUNDLED;
    private DevicePage page;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void show() {
        choice = new LibtorchChoice(folder.resolve("settings"));
        robot.interact(() -> {
            page = new DevicePage(Preferences.unkept(), this::facts, Optional.of(choice));
            stage.setScene(new Scene(new VBox((Parent) page.page(new SimpleStringProperty(""))), 800, 700));
            stage.show();
        });
    }

    private DeviceFacts facts() {
        return new DeviceFacts("Linux", "amd64", DRIVER, found);
    }

    private Path libtorch(String version) throws IOException {
        Path lib = Files.createDirectories(folder.resolve(version).resolve("lib"));
        for (String name : List.of("c10", "torch_cpu", "torch", "c10_cuda", "torch_cuda")) {
            Files.write(lib.resolve(System.mapLibraryName(name)), ELF);
        }
        Files.writeString(lib.resolveSibling("build-version"), version);
        return lib;
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    private void until(String id, String text) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> text(id).equals(text));
    }

    private void untilDecided(String sentence) throws Exception {
        until("device-decision", sentence);
    }

    @Test
    void whatWasFoundAndWhatFollowsAreSaid() throws Exception {
        untilDecided("Models run on the processor: no folder with libtorch 2.7.1 for CUDA is chosen.");
        assertThat(robot.lookup("#device-found .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("For CUDA 12.8", "NVIDIA GeForce RTX 4090", "24.0 GB of memory");
        until("libtorch-folder", "No folder is chosen");
    }

    @Test
    void aFolderIsCheckedBeforeItIsKeptAndUsedAfterARestart() throws Exception {
        Path wrong = libtorch("2.9.0+cu128");
        robot.interact(() -> page.choose(choice, wrong));
        until(
                "libtorch-told",
                "This folder cannot be used: the libtorch in " + wrong
                        + " is version 2.9.0+cu128, and 2.7.1 for CUDA 12 is needed.");
        assertThat(choice.folder()).isEmpty();
        Path right = libtorch("2.7.1+cu128");
        robot.interact(() -> page.choose(choice, right.getParent()));
        until("libtorch-told", "Restart Layerloom to use it.");
        until("libtorch-folder", right.toString());
        assertThat(choice.folder()).contains(right);
        robot.clickOn("#libtorch-forget");
        until("libtorch-folder", "No folder is chosen");
        assertThat(choice.folder()).isEmpty();
    }

    @Test
    void aLibtorchThatEndedTheProgramIsNamedAndCanBeTriedAgain() throws Exception {
        Path lib = libtorch("2.7.1+cu128");
        choice.choose(lib);
        Files.writeString(choice.settings().resolve("libtorch.loading"), lib + "\n1 long ago");
        found = Libtorch.in(lib).as(Libtorch.State.LAST_START, "");
        show();
        untilDecided("Models run on the processor: the last start failed while it loaded the libtorch in " + lib + ".");
        assertThat(choice.endedWhileLoading(Optional.of(lib))).isTrue();
        robot.clickOn("#libtorch-again");
        until("libtorch-told", "Restart Layerloom to use it.");
        assertThat(choice.endedWhileLoading(Optional.of(lib))).isFalse();
    }
}
