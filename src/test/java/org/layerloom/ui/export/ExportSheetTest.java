package org.layerloom.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSettings;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Raster;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.preferences.Preferences;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class ExportSheetTest {
    private final FxRobot robot = new FxRobot();
    private final Preferences preferences = Preferences.unkept();
    private final List<List<ExportOrder>> exported = new ArrayList<>();
    private final Text text = new Text("Hi", "Inter", 20, false, false, -1, Text.Align.LEFT, 1.2, 5, 20);
    private final ExportSource source = new ExportSource(
            Document.blank(40, 30)
                    .add(new TextLayer(LayerProps.named(new LayerId(1), "Title"), text, Raster.filled(9, 9, -1))),
            "menu");

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        open();
    }

    private void open() {
        stage.setScene(new Scene(new ExportSheet(source, preferences, exported::add), 900, 600));
        stage.show();
    }

    @Test
    void what_the_format_cannot_hold_and_how_large_it_is_are_told_before_it_is_made() throws Exception {
        until(() -> lost().equals(List.of("Text became pixels.")));
        assertThat(size()).startsWith("40 × 30 px").contains("KB");
        take(ExportFormat.PNG);
        until(() -> lost().isEmpty());
    }

    @Test
    void only_what_a_format_has_can_be_chosen() {
        assertThat(robot.lookup("#export-baked").tryQuery()).isPresent();
        assertThat(robot.lookup("#export-quality").tryQuery()).isEmpty();
        take(ExportFormat.JPEG);
        assertThat(robot.lookup("#export-baked").tryQuery()).isEmpty();
        assertThat(robot.lookup("#export-quality").tryQuery()).isPresent();
        take(ExportFormat.PNG_SET);
        assertThat(robot.lookup("#export-layers").tryQuery()).isPresent();
        assertThat(robot.lookup("#export-file").tryQuery()).isEmpty();
    }

    @Test
    void several_files_are_made_together_and_remembered() {
        press("Web: PNG @1x @2x");
        fire("#export-add");
        take(ExportFormat.WEBP);
        fire("#export-run");
        assertThat(exported).hasSize(1);
        assertThat(exported.getFirst())
                .extracting(ExportOrder::format)
                .containsExactly(ExportFormat.PNG, ExportFormat.PNG, ExportFormat.WEBP);
        assertThat(exported.getFirst().get(1).settings().scale()).isEqualTo(2);
        robot.interact(this::open);
        fire("#export-run");
        assertThat(exported.get(1)).isEqualTo(exported.getFirst());
    }

    @Test
    void a_preset_is_kept_under_its_name_and_can_be_deleted() {
        take(ExportFormat.PDF);
        robot.interact(() ->
                robot.lookup("#export-preset-name").queryAs(TextField.class).setText("Proof"));
        fire("#export-preset-save");
        press("Photoshop");
        press("Proof");
        fire("#export-run");
        assertThat(exported.getFirst()).containsExactly(new ExportOrder(ExportFormat.PDF));
        robot.interact(() -> robot.lookup((Node node) ->
                        node instanceof Button && "Delete the preset Proof".equals(node.getAccessibleText()))
                .queryButton()
                .fire());
        assertThat(robot.lookup("Proof").tryQuery()).isEmpty();
    }

    @Test
    void what_was_ordered_is_kept_between_starts_as_it_was() {
        ExportOrder order = new ExportOrder(
                ExportFormat.WEBP,
                ExportSettings.PLAIN.withScale(1.5).withBackground(0xff102030).withBaked(ExportMemory.FOR_OTHERS));
        new ExportMemory(preferences).rememberLast(List.of(order));
        assertThat(new ExportMemory(preferences).last()).containsExactly(order);
    }

    private void take(ExportFormat format) {
        robot.interact(() ->
                robot.lookup("#export-format").<ComboBox<ExportFormat>>query().setValue(format));
    }

    private void press(String preset) {
        robot.interact(() -> robot.lookup(preset).queryButton().fire());
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private String size() {
        return robot.lookup("#export-size").queryAs(Label.class).getText();
    }

    private List<String> lost() {
        return robot.lookup("#export-lost").queryAs(VBox.class).getChildren().stream()
                .map(line -> ((Label) line).getText())
                .toList();
    }

    private static void until(java.util.concurrent.Callable<Boolean> reached) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, reached);
    }
}
