package org.layerloom.ui.notices;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.EmptyNote;
import org.layerloom.words.Words;

/// What the program is made of, to be searched, and beside it the licence of what is chosen.
public final class NoticesSheet extends HBox {
    public static final double WIDTH = 920;

    private static final Words WORDS = Words.of(NoticesSheet.class);
    private static final double LIST_WIDTH = 300;
    private static final double HEIGHT = 480;

    private final FilteredList<Notice> found = new FilteredList<>(FXCollections.observableList(Notices.all()));
    private final ListView<Notice> list = new ListView<>(found);
    /// A list of lines and not a text: the longest licence has nearly nine thousand.
    private final ListView<String> text = new ListView<>();

    public NoticesSheet() {
        super(16);
        setId("licences");
        getStyleClass().addAll("sheet-body", "notices");
        list.setId("licences-list");
        list.setAccessibleText(WORDS.text("licences.list"));
        list.setCellFactory(cells -> new NoticeCell());
        list.setPlaceholder(new EmptyNote(WORDS.text("licences.none"), WORDS.text("licences.none.note")));
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(8, search(), list);
        left.setMinWidth(LIST_WIDTH);
        left.setMaxWidth(LIST_WIDTH);
        text.setId("licences-text");
        text.setAccessibleText(WORDS.text("licences.text"));
        text.setCellFactory(cells -> new LineCell());
        HBox.setHgrow(text, Priority.ALWAYS);
        setPrefHeight(HEIGHT);
        getChildren().addAll(left, text);
        list.getSelectionModel().selectFirst();
    }

    private Node search() {
        TextField field = new TextField();
        field.setId("licences-search");
        field.setPromptText(WORDS.text("licences.search"));
        field.setAccessibleText(WORDS.text("licences.search"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe(word -> {
            found.setPredicate(notice -> notice.has(word));
            list.getSelectionModel().selectFirst();
        });
        HBox pill = new HBox(6, new FontIcon("mdi2m-magnify"), field);
        pill.getStyleClass().addAll("num", "layer-search", "i16");
        return pill;
    }

    private void show(Notice notice) {
        text.getItems().setAll(notice == null ? List.of() : Notices.lines(notice));
        text.scrollTo(0);
    }

    private static final class NoticeCell extends ListCell<Notice> {
        NoticeCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Notice notice, boolean none) {
            super.updateItem(notice, none);
            setText(none ? null : notice.title() + "\n" + String.join(", ", notice.licences()));
        }
    }

    private static final class LineCell extends ListCell<String> {
        LineCell() {
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(String line, boolean none) {
            super.updateItem(line, none);
            setText(none ? null : line);
        }
    }
}
