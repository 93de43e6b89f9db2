package org.layerloom.ui.templates;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.BoxLayouts;
import org.layerloom.generate.plan.BoxPlanner;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.words.Words;

/// The actions that bring boxes in and out by the dozen: templates, and layouts as files.
public final class TemplateActions {
    private static final Words WORDS = Words.of(TemplateActions.class);
    private static final String ENDING = ".json";

    private final Editor editor;
    private final Sheets sheets;
    private final LayoutFiles files;
    private final PastedBoxes pasted;
    private final Supplier<Window> window;
    private final Consumer<Notice> onNotice;

    /// @param window over which dialogs open
    public TemplateActions(Editor editor, Sheets sheets, Supplier<Window> window, Consumer<Notice> onNotice) {
        this.editor = editor;
        this.sheets = sheets;
        this.window = window;
        this.onNotice = onNotice;
        files = new LayoutFiles(editor, onNotice);
        pasted = new PastedBoxes(editor, onNotice);
    }

    public void register(Actions actions) {
        actions.register(
                action("template", this::choose)
                        .withIcon("mdi2v-view-dashboard-outline")
                        .afterRule(),
                action("boxes-suggest", this::suggest)
                        .withIcon("mdi2l-lightbulb-outline")
                        .enabledWhen(Bindings.createBooleanBinding(
                                () -> !editor.document().prompt().isBlank(), editor.documentProperty())),
                action("boxes-paste", pasted::paste).withIcon("mdi2c-clipboard-text-outline"),
                action("boxes-question", pasted::copyQuestion)
                        .enabledWhen(Bindings.createBooleanBinding(
                                () -> !editor.document().prompt().isBlank(), editor.documentProperty())),
                action("boxes-import", () -> toOpen().ifPresent(files::read)),
                action("boxes-export", () -> toSave().ifPresent(files::write))
                        .enabledWhen(Bindings.createBooleanBinding(
                                () -> !editor.document().regions().isEmpty(), editor.documentProperty())));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.BOX, name, WORDS.text("action." + name), work);
    }

    private void choose() {
        sheets.open(WORDS.text("sheet.title"), TemplateSheet.WIDTH, new TemplateSheet(template -> {
            sheets.close();
            editor.commit(
                    WORDS.text("template.step", template.name()),
                    document -> BoxLayouts.lay(document, template.document()));
        }));
    }

    /// Boxes for what the prompt names; those that have a layer stay.
    private void suggest() {
        editor.finishTyping();
        Document now = editor.document();
        List<Region> regions = new ArrayList<>();
        for (Rect box : BoxPlanner.plan(now.prompt(), now.width(), now.height()).rects()) {
            regions.add(new Region(new LayerId(regions.size() + 1), box, "", 0));
        }
        if (regions.isEmpty()) {
            onNotice.accept(Notice.warning(WORDS.text("suggest.nothing")));
            return;
        }
        Document layout = Document.blank(now.width(), now.height()).withRegions(regions);
        editor.commit(WORDS.text("suggest.step"), document -> BoxLayouts.lay(document, layout));
    }

    private Optional<Path> toOpen() {
        return Optional.ofNullable(chooser("action.boxes-import").showOpenDialog(window.get()))
                .map(File::toPath);
    }

    private Optional<Path> toSave() {
        FileChooser chooser = chooser("action.boxes-export");
        chooser.setInitialFileName(WORDS.text("export.name") + ENDING);
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(WORDS.text("layouts"), "*" + ENDING));
        return chooser;
    }
}
