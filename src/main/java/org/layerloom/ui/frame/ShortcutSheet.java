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
import javafx.scene.layout.VBox;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;

/// All keys on one sheet, made from the list of actions.
public final class ShortcutSheet extends ScrollPane {
    public static final double WIDTH = 960;
    private static final double GAP = 32;
    private static final double SIDES = 24;

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
            new Line("Keep proportions, or direction", List.of("Shift", "drag")),
            new Line("From the centre", List.of("Alt", "drag")),
            new Line("Borrow the hand", List.of("Space")),
            new Line("Zoom at the pointer", List.of("Ctrl", "wheel")),
            new Line("Hide panels", List.of("Tab")),
            new Line("Drop the drag, cancel, deselect", List.of("Esc")));

    public ShortcutSheet(Actions actions) {
        setId("shortcut-sheet");
        setFitToWidth(true);
        getStyleClass().add("sheet-scroll");
        HBox columns = new HBox(GAP);
        columns.getStyleClass().add("sheet-body");
        for (List<Section> sections : COLUMNS) {
            VBox column = new VBox(6);
            sections.forEach(section -> addSection(column, section, actions));
            if (sections.contains(Section.LAYER)) {
                addLines(column, "On the canvas", ON_THE_CANVAS);
            }
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth((WIDTH - 2 * GAP - 2 * SIDES) / COLUMNS.size());
            columns.getChildren().add(column);
        }
        setContent(columns);
    }

    private static void addSection(VBox column, Section section, Actions actions) {
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
