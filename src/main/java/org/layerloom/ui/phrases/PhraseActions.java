package org.layerloom.ui.phrases;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.generate.BoxPhrases;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.words.Words;

/// The keyboard's way to what labels do on the canvas: give the selected box another phrase of the prompt.
public final class PhraseActions {
    private static final Words WORDS = Words.of(PhraseActions.class);

    private final Editor editor;

    public PhraseActions(Editor editor) {
        this.editor = editor;
    }

    public void register(Actions actions) {
        actions.register(
                action("phrase-next", () -> step(1)).withKey("Shortcut+Alt+P"),
                action("phrase-previous", () -> step(-1)).withKey("Shortcut+Alt+Shift+P"),
                action("phrase-nothing", () -> set(new Link.Nothing())),
                action("phrase-automatic", () -> set(new Link.Automatic())));
    }

    private Action action(String name, Runnable work) {
        BooleanBinding enabled = Bindings.createBooleanBinding(
                () -> editor.selectedRegion().isPresent()
                        && !BoxPhrases.all(editor.document().prompt()).isEmpty(),
                editor.documentProperty(),
                editor.selectionProperty());
        return Action.of(Section.BOX, name, WORDS.text("action." + name), work)
                .inMenu(WORDS.text("menu"))
                .enabledWhen(enabled);
    }

    private void step(int places) {
        LayerId box = editor.selectionProperty().get();
        PhraseMenu.commit(editor, document -> BoxPhrases.step(document, box, places));
    }

    private void set(Link link) {
        LayerId box = editor.selectionProperty().get();
        PhraseMenu.commit(editor, document -> BoxPhrases.with(document, box, link));
    }
}
