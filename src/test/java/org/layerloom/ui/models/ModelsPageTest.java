package org.layerloom.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.download.Licence;
import org.layerloom.download.RemoteFile;
import org.layerloom.download.Shelf;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelAddition.Kind;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ModelsPageTest {
    private static final byte[] BYTES = "what a model is made of".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path temporary;

    private final Preferences preferences = Preferences.unkept();
    private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
    private final AtomicInteger arrivals = new AtomicInteger();
    private volatile List<ModelAddition> additions = List.of();
    private Path user;
    private Shelf shelf;
    private ModelDownloads downloads;

    @Start
    void start(Stage stage) throws Exception {
        user = Files.createTempDirectory(temporary, "user");
        shelf = new Shelf();
        models.setAll(new PaintedGenerator().catalog(user.resolve("there")).models());
        downloads = new ModelDownloads(preferences, user, arrivals::incrementAndGet);
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        URI page = URI.create("https://example.org/tiny");
        RemoteFile file = new RemoteFile("tiny.safetensors", shelf.address("tiny.safetensors"), BYTES.length, "");
        KnownModel tiny = new KnownModel("sd15", "Tiny", page, licence, "", 0, List.of(), List.of(file));
        KnownModel art = KnownModels.ofProgram().find("art").orElseThrow();
        ModelsPage models = new ModelsPage(
                preferences, this.models, () -> additions, downloads, new KnownModels(List.of(tiny, art)));
        ScrollPane scroll = new ScrollPane(models.page());
        scroll.setFitToWidth(true);
        stage.setScene(new Scene(scroll, 900, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        downloads.close();
        shelf.close();
    }

    private static void waitFor(BooleanSupplier fact) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, fact::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> texts(FxRobot robot, String below) {
        return robot.from(robot.lookup(below)).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static boolean says(FxRobot robot, String below, String part) {
        return texts(robot, below).stream().anyMatch(text -> text != null && text.contains(part));
    }

    /// The row knows after a look at the disk what it offers.
    private static FxRobot clickFetch(FxRobot robot) throws Exception {
        waitFor(() -> robot.lookup("#fetch-sd15").tryQuery().isPresent());
        robot.clickOn("#fetch-sd15");
        return robot;
    }

    @Test
    void a_lora_of_the_users_has_a_row_that_says_what_it_needs_and_its_file_is_checked(FxRobot robot) throws Exception {
        waitFor(() -> says(robot, "#models-additions", "None was found"));
        Path file = Files.write(user.resolve("style.safetensors"), BYTES);
        additions = List.of(new ModelAddition(file, Kind.LORA, Set.of(ModelAddition.BaseModel.FLUX)));
        robot.interact(() -> models.setAll(List.copyOf(models)));
        waitFor(() -> says(robot, "#models-additions", "LoRA for FLUX.1"));
        assertThat(texts(robot, "#models-additions")).contains("style.safetensors", "Needs a model");
        robot.clickOn("#addition-more-style-safetensors").clickOn("Check the files");
        waitFor(() -> says(robot, "#models-additions", "Nothing was known of 1 so far"));
        robot.clickOn("#addition-more-style-safetensors").clickOn("Details");
        assertThat(texts(robot, "#models-additions")).contains(file.toString());
        Files.write(file, "other bytes".getBytes(StandardCharsets.UTF_8));
        robot.clickOn("#addition-more-style-safetensors").clickOn("Check the files");
        waitFor(() -> texts(robot, "#models-additions").contains("Changed"));
        robot.interact(models::clear);
        waitFor(() -> texts(robot, "#models-additions").contains("Changed"));
    }

    private Path place() {
        return user.resolve("models").resolve("tiny.safetensors");
    }

    @Test
    void opening_it_and_asking_what_would_be_fetched_makes_no_request(FxRobot robot) throws Exception {
        clickFetch(robot);
        assertThat(texts(robot, "#offer-sd15"))
                .contains("Files to fetch: 1, about 23 B, from 127.0.0.1.", "Licence: MIT; any use is allowed.")
                .anyMatch(text -> text.contains(user.resolve("models").toString()));
        robot.clickOn("#offer-no-sd15");
        assertThat(robot.lookup("#offer-sd15").tryQuery()).isEmpty();
        assertThat(shelf.requests()).isEmpty();
        assertThat(user.resolve("models")).doesNotExist();
    }

    @Test
    void with_a_yes_the_files_come_and_the_models_are_looked_for_again(FxRobot robot) throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        clickFetch(robot).clickOn("#offer-yes-sd15");
        waitFor(() -> arrivals.get() == 1);
        assertThat(place()).hasBinaryContent(BYTES);
        waitFor(() -> says(robot, "#published-sd15", "Here"));
        assertThat(downloads.hashes().find(place())).isPresent();
    }

    @Test
    void a_paused_download_is_there_in_part_and_goes_on(FxRobot robot) throws Exception {
        shelf.will(Shelf.silent(BYTES, "\"1\"", 10, 60_000), Shelf.file(BYTES, "\"1\""));
        clickFetch(robot).clickOn("#offer-yes-sd15");
        waitFor(() -> shelf.requests().size() == 1
                && user.resolve("models/tiny.safetensors.part").toFile().exists());
        robot.clickOn("#pause-sd15");
        waitFor(() -> says(robot, "#published-sd15", "In part"));
        robot.clickOn("#goOn-sd15").clickOn("#offer-yes-sd15");
        waitFor(() -> arrivals.get() == 1);
        assertThat(place()).hasBinaryContent(BYTES);
    }

    @Test
    void what_goes_wrong_is_a_sentence_in_the_row_and_it_can_be_asked_for_again(FxRobot robot) throws Exception {
        shelf.will(Shelf.status(404));
        clickFetch(robot).clickOn("#offer-yes-sd15");
        waitFor(() ->
                says(robot, "#published-sd15", "The file tiny.safetensors is not at 127.0.0.1 any more (HTTP 404)."));
        assertThat(robot.lookup("#fetch-sd15").tryQuery()).isPresent();
    }

    @Test
    void what_is_not_offered_any_more_says_so_and_has_no_button(FxRobot robot) {
        assertThat(texts(robot, "#published-art")).contains("Not offered").anyMatch(text -> text.contains("withdrew"));
        assertThat(robot.lookup("#fetch-art").tryQuery()).isEmpty();
    }

    @Test
    void a_model_tells_what_it_is_and_its_files_are_checked_and_recorded(FxRobot robot) throws Exception {
        ModelEntry model = models.getFirst();
        String row = "#model-" + model.id();
        assertThat(texts(robot, row)).contains(model.title(), "Ready");
        robot.clickOn("#model-more-" + model.id()).clickOn("Check the files");
        waitFor(() -> says(robot, row, "what they are now is recorded"));
        robot.clickOn("#model-more-" + model.id()).clickOn("Check the files");
        waitFor(() -> says(robot, row, "as they should be"));
        Path file = model.folder().resolve(PaintedGenerator.MARK);
        Files.writeString(file, "other");
        robot.clickOn("#model-more-" + model.id()).clickOn("Check the files");
        waitFor(() -> says(robot, row, "Other files than were recorded: " + PaintedGenerator.MARK));
        robot.clickOn("They are right, record them");
        waitFor(() -> says(robot, row, "what they are now is recorded"));
        assertThat(texts(robot, row)).contains("Ready");
    }

    @Test
    void a_search_shows_what_matches_and_says_where_nothing_does(FxRobot robot) {
        robot.clickOn("#models-search").write("withdrew");
        assertThat(robot.lookup("#published-art").query().isVisible()).isTrue();
        assertThat(robot.lookup("#published-sd15").query().isVisible()).isFalse();
        assertThat(robot.lookup("#model-" + models.getFirst().id()).query().isVisible())
                .isFalse();
        assertThat(says(robot, "#models-at-hand", "No model matches \u201cwithdrew\u201d."))
                .isTrue();
    }

    @Test
    void what_is_open_in_a_row_stays_while_one_searches_and_while_models_are_looked_for(FxRobot robot)
            throws Exception {
        String row = "#model-" + models.getFirst().id();
        Node before = robot.lookup(row).query();
        clickFetch(robot);
        robot.interact(
                () -> robot.lookup("#models-search").queryAs(TextField.class).setText("withdrew"));
        robot.interact(
                () -> robot.lookup("#models-search").queryAs(TextField.class).clear());
        robot.interact(() -> models.setAll(List.copyOf(models)));
        WaitForAsyncUtils.waitForFxEvents();
        Path more = Files.createDirectory(user.resolve("more"));
        robot.interact(() -> new ModelFolders(preferences).add(List.of(more)));
        waitFor(() -> says(robot, "#models-places", more.toString()));
        assertThat(robot.lookup(row).<Node>query()).isSameAs(before);
        assertThat(robot.lookup("#offer-sd15").tryQuery()).isPresent();
    }

    @Test
    void places_come_and_go_without_anything_being_deleted(FxRobot robot) throws Exception {
        Path folder = Files.createDirectory(user.resolve("more"));
        Path file = Files.writeString(user.resolve("one.safetensors"), "");
        Path text = Files.writeString(user.resolve("notes.txt"), "");
        ModelFolders folders = new ModelFolders(preferences);
        robot.interact(() -> folders.add(ModelFolders.usable(List.of(folder, file, text, folder))));
        assertThat(preferences.get(ProgramSettings.MODEL_FOLDERS)).containsExactly(folder, file);
        assertThat(texts(robot, "#models-places")).contains(folder.toString(), file.toString());
        robot.interact(() -> folders.remove(folder));
        assertThat(texts(robot, "#models-places")).doesNotContain(folder.toString());
        assertThat(folder).exists();
    }
}
