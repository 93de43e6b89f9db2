package org.layerloom.ui.phrases;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Region;
import org.layerloom.generate.BoxPhrases;
import org.layerloom.generate.Phrase;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// What of the whole prompt the selected box gets, as a button that opens all that it can get. Not there while the
/// prompt names nothing.
public final class PhraseField extends HBox {
    private static final Words WORDS = Words.of(PhraseField.class);

    private final Editor editor;
    private final Button choose = new Button("", new FontIcon("mdi2c-chevron-down"));

    public PhraseField(Editor editor) {
        super(8);
        this.editor = editor;
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label(WORDS.text("caption"));
        caption.getStyleClass().add("flabel");
        caption.setMinWidth(USE_PREF_SIZE);
        caption.setLabelFor(choose);
        choose.setId("box-phrase");
        choose.getStyleClass().setAll("button", "btn", "phrase-button");
        choose.setTextOverrun(OverrunStyle.ELLIPSIS);
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setMnemonicParsing(false);
        HBox.setHgrow(choose, Priority.ALWAYS);
        PhraseMenu menu = new PhraseMenu(editor);
        choose.setOnAction(event -> editor.selectedRegion().ifPresent(region -> menu.show(region.layer(), choose)));
        getChildren().addAll(caption, choose);
        editor.documentProperty().addListener(change -> refresh());
        editor.selectionProperty().addListener(change -> refresh());
        refresh();
    }

    private void refresh() {
        Optional<Region> region = editor.selectedRegion();
        boolean shown = region.isPresent()
                && !BoxPhrases.all(editor.document().prompt()).isEmpty();
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            Phrase phrase = BoxPhrases.of(editor.document()).get(region.get().layer());
            String text = phrase == null ? WORDS.text("nothing") : phrase.title();
            choose.setText(text);
            choose.setAccessibleText(WORDS.text("caption") + " " + text);
        }
    }
}
