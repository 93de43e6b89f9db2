package org.layerloom.ui.paint;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.text.Typeface;
import org.layerloom.ui.Flyout;
import org.layerloom.words.Words;

/// A button with a font's name that opens the list of all fonts, each in its own letters, searched by typing.
final class FamilyChoice extends Button {
    private static final double WIDTH = 148;
    private static final double LIST_WIDTH = 260;
    private static final double LIST_HEIGHT = 300;

    private final Words words = Words.of(FamilyChoice.class);
    private final Flyout flyout = new Flyout();
    private final TextField search = new TextField();
    private final ObservableList<String> families = FXCollections.observableArrayList(Typeface.BUNDLED);
    private final FilteredList<String> found = new FilteredList<>(families);
    private final ListView<String> list = new ListView<>(found);
    private final Consumer<String> onChoose;
    private final Label name = new Label();
    private String shown = "";
    private boolean asked;

    FamilyChoice(Consumer<String> onChoose) {
        this.onChoose = onChoose;
        setId("text-family");
        getStyleClass().setAll("button", "btn", "family");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(0);
        HBox content = new HBox(4, name, gap, new FontIcon("mdi2c-chevron-down"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.setPrefWidth(WIDTH - 18);
        setGraphic(content);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        search.setId("text-family-search");
        search.getStyleClass().add("hex");
        search.setPromptText(words.text("family-search"));
        search.setAccessibleText(words.text("family-search"));
        search.textProperty().addListener((o, before, now) -> filter(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("text-families");
        list.getStyleClass().add("family-list");
        list.setAccessibleText(words.text("family"));
        list.setPrefSize(LIST_WIDTH, LIST_HEIGHT);
        list.setPlaceholder(new Label(words.text("family-none")));
        list.setCellFactory(view -> new FamilyCell());
        list.setOnMouseClicked(event -> choose());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        flyout.setContent(search, list);
        setOnAction(event -> open());
    }

    void show(String family) {
        if (family.equals(shown)) {
            return;
        }
        shown = family;
        name.setText(family);
        setAccessibleText(words.text("family") + " " + family);
        setTooltip(new Tooltip(words.text("family") + "   " + family));
    }

    /// The system's fonts are looked up when they are first asked for; that takes a while.
    private void open() {
        if (!asked) {
            asked = true;
            CompletableFuture.supplyAsync(Typeface::families).thenAccept(all -> Platform.runLater(() -> showAll(all)));
        }
        search.clear();
        flyout.toggle(this, Side.BOTTOM);
        search.requestFocus();
        list.getSelectionModel().select(shown);
        list.scrollTo(shown);
    }

    private void showAll(List<String> all) {
        families.setAll(all);
        list.getSelectionModel().select(shown);
        list.scrollTo(shown);
    }

    private void filter(String typed) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(family -> family.toLowerCase(Locale.ROOT).contains(part));
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && event.getSource() == search) {
            list.getSelectionModel().selectNext();
            list.requestFocus();
            event.consume();
        }
    }

    private void choose() {
        String family = list.getSelectionModel().getSelectedItem();
        if (family != null) {
            flyout.hide();
            onChoose.accept(family);
        }
    }

    /// A name in its own letters.
    private static final class FamilyCell extends ListCell<String> {
        @Override
        protected void updateItem(String family, boolean empty) {
            super.updateItem(family, empty);
            setText(empty ? null : family);
            setFont(empty ? Font.getDefault() : Font.font(family, 15));
        }
    }
}
