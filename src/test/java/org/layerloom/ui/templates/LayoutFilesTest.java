package org.layerloom.ui.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class LayoutFilesTest {
    private final List<Notice> notices = new ArrayList<>();
    private Editor editor;
    private LayoutFiles files;

    @TempDir
    Path folder;

    @Start
    void start(Stage unused) {}

    @BeforeEach
    void open() {
        editor = new Editor(Document.blank(64, 64).withPrompt("a fox").addRegion(new Rect(4, 4, 30, 20)));
        files = new LayoutFiles(editor, notices::add);
    }

    @Test
    void exported_boxes_come_back_as_one_step() throws Exception {
        Path file = folder.resolve("boxes.json");
        Document before = editor.document();
        act(() -> files.write(file));
        until(() -> notices.size() == 1);
        assertThat(notices.getFirst().text()).isEqualTo("The boxes were exported to “boxes.json”.");
        act(() -> editor.commit("Remove", document -> document.withRegions(List.of())));
        act(() -> files.read(file));
        until(() -> !editor.document().regions().isEmpty());
        assertThat(editor.document().regions().getFirst().box())
                .isEqualTo(before.regions().getFirst().box());
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Import boxes of boxes.json");
    }

    @Test
    void a_language_models_answer_is_pasted_as_one_step() throws Exception {
        PastedBoxes pasted = new PastedBoxes(editor, notices::add);
        act(() -> pasted.lay("Sure:\n```json\n[[0, 0, 10, 10], [20, 20, 40, 50]]\n```"));
        assertThat(editor.document().regions())
                .extracting(region -> region.box())
                .containsExactly(new Rect(0, 0, 10, 10), new Rect(20, 20, 20, 30));
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Paste boxes");
        Document before = editor.document();
        act(() -> pasted.lay("I would rather not."));
        assertThat(editor.document()).isSameAs(before);
        assertThat(notices.getLast().text()).startsWith("No boxes were pasted: the text holds no boxes");
    }

    @Test
    void what_is_no_layout_is_refused_by_name_and_changes_nothing() throws Exception {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, "{\"width\": 0, \"height\": 5, \"regions\": []}");
        act(() -> files.read(file));
        until(() -> notices.size() == 1);
        assertThat(notices.getFirst())
                .isEqualTo(Notice.error("“bad.json” was not imported: width is 0: a page has 1 to 16384 px a side."
                        + " Nothing changed."));
        act(() -> files.read(folder.resolve("gone.json")));
        until(() -> notices.size() == 2);
        assertThat(notices.getLast().text())
                .isEqualTo("“gone.json” was not imported: there is no such file. Nothing changed.");
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_written_is_a_sentence() throws Exception {
        Path inFile = Files.writeString(folder.resolve("plain"), "x").resolve("boxes.json");
        act(() -> files.write(inFile));
        until(() -> notices.size() == 1);
        assertThat(notices.getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notices.getFirst().text()).contains("was not exported").endsWith("Your work is still open.");
    }

    private static void act(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
