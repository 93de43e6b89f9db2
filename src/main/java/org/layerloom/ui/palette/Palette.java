package org.layerloom.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.words.Words;

/// A field in which actions, layers and settings are searched for, and the list of what answers. Up and Down choose,
/// Enter does it, with Ctrl it stays open.
public final class Palette extends VBox {
    public static final double WIDTH = 600;

    private static final Words WORDS = Words.of(Palette.class);
    private static final double MOST_HEIGHT = 420;
    private static final int REMEMBERED = 20;

    private final Supplier<List<Finding>> all;
    private final ObjectProperty<List<String>> recent;
    private final Runnable close;
    private final TextField query = new TextField();
    private final ListView<PaletteRow> rows = new ListView<>();
    private final Label nothing = new Label();

    /// @param all what can be found, asked for anew whenever something was done
    /// @param recent names of the actions used last
    /// @param close takes the palette away
    public Palette(Supplier<List<Finding>> all, ObjectProperty<List<String>> recent, Runnable close) {
        this.all = all;
        this.recent = recent;
        this.close = close;
        setId("palette");
        query.setId("palette-query");
        query.getStyleClass().add("cmd-input");
        query.setPromptText(WORDS.text("prompt"));
        query.setAccessibleText(WORDS.text("prompt"));
        query.textProperty().addListener(change -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox field = new HBox(12, new FontIcon("mdi2m-magnify"), query, cap("Esc"));
        field.getStyleClass().add("cmd-field");
        field.setAlignment(Pos.CENTER_LEFT);
        rows.setId("palette-rows");
        rows.getStyleClass().addAll("layers", "cmd-rows");
        rows.setFocusTraversable(false);
        rows.setAccessibleText(WORDS.text("results"));
        rows.setCellFactory(view -> new PaletteCell(this::run));
        nothing.setId("palette-nothing");
        nothing.getStyleClass().addAll("muted", "cmd-nothing");
        getChildren().addAll(field, rows, nothing, foot());
        search();
    }

    /// The focus belongs to the field.
    @Override
    public void requestFocus() {
        query.requestFocus();
    }

    private void search() {
        List<PaletteRow> next = new ArrayList<>();
        Finding.Kind kind = null;
        for (Finding finding : Results.of(query.getText(), all.get(), recent.get())) {
            if (finding.kind() != kind) {
                kind = finding.kind();
                next.add(new PaletteRow.Head(WORDS.text("kind." + kind.name().toLowerCase(Locale.ROOT))));
            }
            next.add(new PaletteRow.Hit(finding));
        }
        rows.getItems().setAll(next);
        double height = next.stream().mapToDouble(PaletteRow::height).sum() + 16;
        rows.setPrefHeight(Math.min(MOST_HEIGHT, height));
        rows.setMinHeight(rows.getPrefHeight());
        nothing.setText(WORDS.text("nothing", query.getText().strip()));
        show(nothing, next.isEmpty());
        show(rows, !next.isEmpty());
        choose(1, 1);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void key(KeyEvent event) {
        int chosen = rows.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case UP -> choose(chosen - 1, -1);
            case DOWN -> choose(chosen + 1, 1);
            case PAGE_UP -> choose(Math.max(1, chosen - 8), -1);
            case PAGE_DOWN -> choose(Math.min(rows.getItems().size() - 1, chosen + 8), 1);
            case ENTER -> {
                if (rows.getSelectionModel().getSelectedItem() instanceof PaletteRow.Hit(Finding finding)) {
                    run(finding, event.isShortcutDown());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Chooses the row at `index`, or the next hit from it in the direction `step`; stays where there is none.
    private void choose(int index, int step) {
        for (int i = index; i >= 0 && i < rows.getItems().size(); i += step) {
            if (rows.getItems().get(i) instanceof PaletteRow.Hit) {
                rows.getSelectionModel().select(i);
                // A head above the first hit of a kind is seen with it.
                rows.scrollTo(Math.max(0, i - (step < 0 || i == 1 ? 1 : 0)));
                return;
            }
        }
    }

    private void run(Finding finding, boolean stay) {
        if (!finding.enabled()) {
            return;
        }
        if (finding.kind() == Finding.Kind.ACTION) {
            remember(finding.name());
        }
        if (!stay) {
            close.run();
        }
        finding.work().run();
        if (stay) {
            search();
        }
    }

    private void remember(String name) {
        List<String> next = new ArrayList<>(recent.get());
        next.remove(name);
        next.addFirst(name);
        recent.set(List.copyOf(next.subList(0, Math.min(REMEMBERED, next.size()))));
    }

    private static Node foot() {
        HBox foot = new HBox(
                6,
                cap("\u2191"),
                cap("\u2193"),
                hint("foot.choose"),
                cap("\u21b5"),
                hint("foot.run"),
                cap(WORDS.text("foot.ctrl.enter")),
                hint("foot.stay"));
        foot.getStyleClass().add("cmd-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label hint(String key) {
        Label hint = new Label(WORDS.text(key));
        hint.getStyleClass().addAll("t-small", "muted", "cmd-hint");
        return hint;
    }

    static Label cap(String text) {
        Label cap = new Label(text);
        cap.getStyleClass().add("kbd");
        cap.setMinWidth(USE_PREF_SIZE);
        return cap;
    }
}
