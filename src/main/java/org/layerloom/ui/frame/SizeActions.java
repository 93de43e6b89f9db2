package org.layerloom.ui.frame;

import java.util.function.Consumer;
import org.layerloom.composite.Resampler;
import org.layerloom.composite.Resampler.Quality;
import org.layerloom.document.Document;
import org.layerloom.edit.Pages;
import org.layerloom.edit.Transforms;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.canvas.GridSheet;
import org.layerloom.ui.canvas.LatestWork;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.words.Words;

/// The page's size and the picture's. Layers are scaled apart from the JavaFX thread.
public final class SizeActions {
    private final Editor editor;
    private final Sheets sheets;
    private final Preferences preferences;
    private final Consumer<String> messages;
    private final Words words = Words.of(GridSheet.class);
    private final LatestWork work;

    /// @param messages takes sentences for the user
    public SizeActions(Editor editor, Sheets sheets, Preferences preferences, Consumer<String> messages) {
        this.editor = editor;
        this.sheets = sheets;
        this.preferences = preferences;
        this.messages = messages;
        work = new LatestWork(failure -> messages.accept(words.text("size.failed")));
    }

    public void register(Actions actions) {
        actions.register(
                Action.of(Section.EDIT, "page-size", words.text("action.page-size"), () -> ask(false))
                        .withKey("Shortcut+Alt+C")
                        .afterRule(),
                Action.of(Section.EDIT, "image-size", words.text("action.image-size"), () -> ask(true))
                        .withKey("Shortcut+Alt+I"));
    }

    private void ask(boolean scales) {
        editor.finishTyping();
        Document document = editor.history().document();
        PageSizeSheet sheet = new PageSizeSheet(document, scales, preferences, (width, height, anchor) -> {
            sheets.close();
            if (scales) {
                scale(width, height);
            } else {
                editor.commit(words.text("history.page-size"), doc -> Pages.size(doc, width, height, anchor));
            }
        });
        sheets.open(words.text(scales ? "size.title.image" : "size.title.page"), PageSizeSheet.WIDTH, sheet);
    }

    private void scale(int width, int height) {
        editor.finishTyping();
        Document before = editor.history().document();
        work.submit(stale -> Transforms.page(before, width, height, new Resampler(Quality.FINE, stale)), scaled -> {
            if (editor.history().document() == before) {
                editor.commit(words.text("history.image-size"), doc -> scaled);
            } else {
                messages.accept(words.text("size.changed"));
            }
        });
    }
}
