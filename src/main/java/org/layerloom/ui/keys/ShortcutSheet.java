package org.layerloom.ui.keys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.KeyMap;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.palette.Ranking;
import org.layerloom.words.Words;

/// All keys on one sheet, made from the list of actions: to be read, searched, and changed.
public final class ShortcutSheet extends VBox {
    public static final double WIDTH = 960;

    private static final Words WORDS = Words.of(ShortcutSheet.class);
    private static final int COLUMNS = 3;
    /// Lines that can be changed do not wrap.
    private static final int EDITED_COLUMNS = 2;

    private static final double GAP = 32;
    private static final double SIDES = 24;

    /// In the order in which they are put into the columns, always into the shortest one.
    private static final List<Section> ORDER = List.of(
            Section.TOOLS,
            Section.LAYER,
            Section.FILE,
            Section.GENERATE,
            Section.EDIT,
            Section.VIEW,
            Section.BOX,
            Section.HELP);

    private final Actions actions;
    private final TextField filter = new TextField();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final HBox columns = new HBox(GAP);
    private final InvalidationListener refresh = change -> refresh();

    public ShortcutSheet(Actions actions) {
        this.actions = actions;
        setId("shortcut-sheet");
        filter.setId("shortcut-filter");
        filter.getStyleClass().add("loom-search");
        filter.setPromptText(WORDS.text("find"));
        filter.setAccessibleText(WORDS.text("find"));
        filter.setPrefWidth(208);
        filter.textProperty().addListener(change -> refresh());
        editing.addListener(change -> refresh());
        // The list of actions lives longer than the sheet.
        actions.keysProperty().addListener(new WeakInvalidationListener(refresh));
        columns.getStyleClass().add("sheet-body");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(hint(), scroll);
        refresh();
    }

    /// What stands beside the sheet's title: the search field, and the buttons that begin and undo changes.
    public List<Node> tools() {
        ToggleButton edit = new ToggleButton(WORDS.text("edit"), new FontIcon("mdi2k-keyboard-outline"));
        edit.setId("shortcut-edit");
        edit.getStyleClass().setAll("toggle-button", "btn");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.selectedProperty().bindBidirectional(editing);
        Button reset = new Button(WORDS.text("reset.all"));
        reset.setId("shortcut-reset-all");
        reset.getStyleClass().setAll("button", "btn", "flat");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> actions.keysProperty().set(new KeyMap(Map.of())));
        reset.visibleProperty().bind(editing);
        reset.managedProperty().bind(editing);
        return List.of(reset, filter, edit);
    }

    /// Whether keys are being changed.
    public BooleanProperty editingProperty() {
        return editing;
    }

    @Override
    public void requestFocus() {
        filter.requestFocus();
    }

    private Node hint() {
        Label hint = new Label(WORDS.text("edit.hint"));
        hint.getStyleClass().addAll("t-small", "muted", "shortcut-hint");
        hint.setWrapText(true);
        hint.visibleProperty().bind(editing);
        hint.managedProperty().bind(editing);
        return hint;
    }

    private void refresh() {
        columns.getChildren().clear();
        List<VBox> filled = new ArrayList<>();
        int count = editing.get() ? EDITED_COLUMNS : COLUMNS;
        for (int i = 0; i < count; i++) {
            VBox column = new VBox(4);
            column.setPrefWidth((WIDTH - (count - 1) * GAP - 2 * SIDES) / count);
            HBox.setHgrow(column, Priority.ALWAYS);
            filled.add(column);
        }
        for (Section section : ORDER) {
            add(filled, section.title(), rows(section));
        }
        if (!editing.get()) {
            add(filled, WORDS.text("canvas"), CanvasKeys.rows(this::answers));
        }
        columns.getChildren().setAll(filled);
        if (filled.stream().allMatch(column -> column.getChildren().isEmpty())) {
            Label nothing = new Label(WORDS.text("nothing", filter.getText().strip()));
            nothing.getStyleClass().add("muted");
            columns.getChildren().setAll(nothing);
        }
    }

    private List<Node> rows(Section section) {
        Stream<Action> shown = actions.in(section).stream()
                .filter(action -> editing.get() || action.key().isPresent())
                .filter(action -> answers(action.label(), Actions.caps(action)));
        return shown.<Node>map(action -> editing.get()
                        ? new KeyEditor(actions, action)
                        : new KeyLine(action.label(), Actions.caps(action)))
                .toList();
    }

    private boolean answers(String label, List<String> caps) {
        String wanted = filter.getText();
        return wanted.isBlank()
                || Ranking.score(wanted, label) > Ranking.NONE
                || String.join("+", caps).equalsIgnoreCase(wanted.strip());
    }

    private static void add(List<VBox> columns, String title, List<Node> rows) {
        if (rows.isEmpty()) {
            return;
        }
        VBox column = columns.stream()
                .min(Comparator.comparingInt(c -> c.getChildren().size()))
                .orElseThrow();
        Label head = new Label(title);
        head.getStyleClass().add("sect");
        VBox.setMargin(head, new Insets(column.getChildren().isEmpty() ? 0 : 12, 0, 2, 0));
        column.getChildren().add(head);
        column.getChildren().addAll(rows);
    }
}
