package org.layerloom.ui.phrases;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.generate.BoxPhrases;
import org.layerloom.generate.Phrase;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// All that a box can get of the prompt, to choose from.
final class PhraseMenu {
    private static final Words WORDS = Words.of(PhraseMenu.class);

    private final ContextMenu menu = new ContextMenu();
    private final Editor editor;

    PhraseMenu(Editor editor) {
        this.editor = editor;
    }

    /// Opens below something that stands for the box.
    void show(LayerId box, Node below) {
        menu.getItems().clear();
        Phrase now = BoxPhrases.of(editor.document()).get(box);
        for (Phrase phrase : BoxPhrases.all(editor.document().prompt())) {
            add(
                    phrase.title(),
                    phrase.equals(now),
                    () -> commit(editor, document -> BoxPhrases.give(document, box, phrase)));
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        Link link = editor.document().region(box).orElseThrow().link();
        List.of(new Link.Automatic(), new Link.Nothing())
                .forEach(other -> add(
                        WORDS.text(other instanceof Link.Nothing ? "nothing" : "automatic"),
                        link.equals(other),
                        () -> commit(editor, document -> BoxPhrases.with(document, box, other))));
        menu.show(below, Side.BOTTOM, 0, 0);
    }

    private void add(String text, boolean chosen, Runnable work) {
        FontIcon tick = new FontIcon("mdi2c-check");
        tick.setVisible(chosen);
        MenuItem item = new MenuItem(text, tick);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> work.run());
        menu.getItems().add(item);
    }

    /// Every change of what a box gets is called the same in the history.
    static void commit(Editor editor, UnaryOperator<Document> edit) {
        editor.commit(WORDS.text("step"), edit);
    }
}
