package org.layerloom.ui.frame;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;

/// All keys on one sheet over the window, made from the list of actions.
public final class ShortcutSheet extends StackPane {
    private static final double WIDTH = 960;
    /// Which sections each of the three columns holds.
    private static final List<List<Section>> COLUMNS = List.of(
            List.of(Section.TOOLS, Section.GENERATE, Section.VIEW),
            List.of(Section.LAYER, Section.BOX),
            List.of(Section.FILE, Section.EDIT, Section.HELP));

    /// A line of the sheet.
    private record Line(String label, List<String> caps) {}

    /// Keys that the canvas understands itself.
    private static final List<Line> ON_THE_CANVAS = List.of(
            new Line("Move by 1 px", List.of("Arrows")),
            new Line("Move by 10 px", List.of("Shift", "Arrows")),
            new Line("Keep proportions", List.of("Shift", "drag")),
            new Line("From the centre", List.of("Alt", "drag")),
            new Line("Borrow the hand", List.of("Space")),
            new Line("Zoom at the pointer", List.of("Ctrl", "wheel")),
            new Line("Hide panels", List.of("Tab")),
            new Line("Drop the drag, deselect", List.of("Esc")));

    private final Actions actions;

    public ShortcutSheet(Actions actions) {
        this.actions = actions;
        setId("shortcut-sheet");
        getStyleClass().add("scrim");
        setVisible(false);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
    }

    public void open() {
        VBox sheet = new VBox(head(), columns());
        sheet.getStyleClass().add("loom-sheet");
        sheet.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().setAll(sheet);
        StackPane.setMargin(sheet, new Insets(24));
        setVisible(true);
        sheet.requestFocus();
    }

    /// @return whether it was open
    public boolean hide() {
        boolean open = isVisible();
        setVisible(false);
        getChildren().clear();
        return open;
    }

    private Node head() {
        Label title = new Label("Keyboard shortcuts");
        title.getStyleClass().add("t-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        IconButton close = new IconButton("mdi2c-close", "Close", "Esc");
        close.setOnAction(event -> hide());
        HBox head = new HBox(title, gap, close);
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node columns() {
        HBox columns = new HBox(32);
        columns.getStyleClass().add("sheet-body");
        for (int i = 0; i < COLUMNS.size(); i++) {
            VBox column = new VBox(6);
            COLUMNS.get(i).forEach(section -> addSection(column, section));
            if (i == 1) {
                addLines(column, "On the canvas", ON_THE_CANVAS);
            }
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setMinWidth((WIDTH - 2 * 32 - 2 * 24) / COLUMNS.size());
            columns.getChildren().add(column);
        }
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        return scroll;
    }

    private void addSection(VBox column, Section section) {
        Stream<Action> withKey =
                actions.in(section).stream().filter(a -> a.key().isPresent());
        addLines(
                column,
                section.title(),
                withKey.map(a -> new Line(a.label(), Actions.caps(a))).toList());
    }

    private static void addLines(VBox column, String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Label head = new Label(title);
        head.getStyleClass().add("sect");
        VBox.setMargin(head, new Insets(column.getChildren().isEmpty() ? 0 : 10, 0, 2, 0));
        column.getChildren().add(head);
        lines.forEach(line -> column.getChildren().add(row(line)));
    }

    private static Node row(Line line) {
        Label label = new Label(line.label());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(4, label, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        for (String cap : line.caps()) {
            Label key = new Label(cap);
            key.getStyleClass().add("kbd");
            key.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(key);
        }
        return row;
    }
}
