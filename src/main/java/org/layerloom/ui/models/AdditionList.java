package org.layerloom.ui.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelEntry;
import org.layerloom.ui.EmptyNote;
import org.layerloom.words.Words;

/// The list of what lies with models and is none itself. It is looked for in the background.
final class AdditionList {
    private static final Words WORDS = Words.of(AdditionList.class);

    private final VBox list;
    private final Supplier<List<ModelAddition>> finder;
    private final ObservableList<ModelEntry> models;
    private final Function<ModelAddition, AdditionRow> maker;
    private final Map<ModelAddition, AdditionRow> rows = new LinkedHashMap<>();
    private Search search = new Search("");
    private int asked;

    /// @param list what the rows are put into
    /// @param finder reads files
    /// @param models those at hand
    AdditionList(
            VBox list,
            Supplier<List<ModelAddition>> finder,
            ObservableList<ModelEntry> models,
            Function<ModelAddition, AdditionRow> maker) {
        this.list = list;
        this.finder = finder;
        this.models = models;
        this.maker = maker;
    }

    /// Looks again; what was found before stays until then.
    void look() {
        int mine = ++asked;
        Thread.ofVirtual().start(() -> {
            List<ModelAddition> found = finder.get();
            Platform.runLater(() -> {
                if (mine == asked) {
                    show(found);
                }
            });
        });
    }

    /// Rows of what is still there stay, with what goes on in them.
    private void show(List<ModelAddition> found) {
        Map<ModelAddition, AdditionRow> before = new LinkedHashMap<>(rows);
        rows.clear();
        for (ModelAddition addition : found) {
            AdditionRow kept = before.remove(addition);
            AdditionRow row = kept == null ? maker.apply(addition) : kept;
            row.show(models);
            rows.put(addition, row);
        }
        before.values().forEach(AdditionRow::leave);
        List<Node> shown = rows.isEmpty()
                ? List.of(new EmptyNote(WORDS.text("additions.none"), WORDS.text("additions.none.note")))
                : rows.values().stream().<Node>map(AdditionRow::row).toList();
        list.getChildren().setAll(shown);
        filter(search);
    }

    /// Shows what matches, and nothing else; no file is looked at.
    void filter(Search typed) {
        search = typed;
        boolean any = rows.isEmpty() && typed.typed().isBlank();
        for (AdditionRow row : rows.values()) {
            any |= ModelsPage.filtered(row.row(), row.matches(typed)).isVisible();
        }
        ModelsPage.filtered(list, any);
    }
}
