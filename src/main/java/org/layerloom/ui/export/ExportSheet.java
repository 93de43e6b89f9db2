package org.layerloom.ui.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.codec.NamePattern;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.canvas.LatestWork;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.words.Words;

/// Asks in which forms the document is to leave: presets, the files that are made together, what can be chosen
/// about each, and what comes of it. Remembers the last answer.
public final class ExportSheet extends VBox {
    public static final double WIDTH = 820;

    private static final Words WORDS = Words.of(ExportSheet.class);
    private static final double FORM_WIDTH = 280;
    private static final double FORM_HEIGHT = 400;

    private final ExportSource source;
    private final ExportMemory memory;
    private final Consumer<List<ExportOrder>> export;
    private final FlowPane outputs = new FlowPane(4, 4);
    private final ExportForm form;
    private final ExportResult result = new ExportResult();
    private final LatestWork work = new LatestWork(failure -> result.refuse(why(failure)));
    private final List<ExportOrder> orders = new ArrayList<>();
    private int current;

    /// @param export takes what was ordered
    public ExportSheet(ExportSource source, Preferences preferences, Consumer<List<ExportOrder>> export) {
        super(16);
        this.source = source;
        this.memory = new ExportMemory(preferences);
        this.export = export;
        this.form = new ExportForm(source::document, this::change);
        setId("export-sheet");
        getStyleClass().add("sheet-body");
        ExportPresets presets = new ExportPresets(memory, () -> List.copyOf(orders), this::take);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefHeight(FORM_HEIGHT);
        scroll.setMinWidth(FORM_WIDTH);
        VBox chosen = new VBox(12, outputs, scroll);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        HBox body = new HBox(24, presets, chosen, result);
        getChildren().addAll(body, foot());
        take(memory.last());
    }

    public static String title() {
        return WORDS.text("title");
    }

    private Node foot() {
        Button done = new Button(WORDS.text("export"));
        done.setId("export-run");
        done.getStyleClass().setAll("button", "btn", "primary");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(event -> {
            work.cancel();
            memory.rememberLast(List.copyOf(orders));
            export.accept(List.copyOf(orders));
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // A field takes what was typed when it loses the focus.
                done.requestFocus();
                done.fire();
                event.consume();
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, gap, done);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void take(List<ExportOrder> taken) {
        orders.clear();
        orders.addAll(taken);
        choose(0);
    }

    private void choose(int index) {
        current = index;
        form.show(orders.get(current));
        showOutputs();
        tryOut();
    }

    private void change(ExportOrder order) {
        ExportOrder before = orders.set(current, order);
        showOutputs();
        if (!unnamed(order).equals(unnamed(before))) {
            tryOut();
        }
    }

    /// What the size and the look of the files depend on: not on what they are called, letter by letter.
    private static ExportOrder unnamed(ExportOrder order) {
        return order.with(order.settings().withFileName("").withLayerNames(""));
    }

    /// The files that are made together, and a way to make one more.
    private void showOutputs() {
        outputs.getChildren().clear();
        for (int i = 0; i < orders.size(); i++) {
            int index = i;
            String scale = NamePattern.Filling.of("", orders.get(i).settings().scale())
                    .values()
                    .get("scale");
            ToggleButton output = new ToggleButton((orders.get(i).format().title() + " " + scale).strip());
            output.getStyleClass().setAll("toggle-button", "btn", "loom-preset");
            output.setSelected(i == current);
            output.setOnAction(event -> choose(index));
            outputs.getChildren().add(output);
        }
        IconButton add = new IconButton("mdi2p-plus", WORDS.text("output.add"));
        add.setId("export-add");
        add.getStyleClass().add("i16");
        add.setOnAction(event -> {
            orders.add(orders.get(current));
            choose(orders.size() - 1);
        });
        IconButton remove = new IconButton("mdi2m-minus", WORDS.text("output.remove"));
        remove.setId("export-remove");
        remove.getStyleClass().add("i16");
        remove.setDisable(orders.size() == 1);
        remove.setOnAction(event -> {
            orders.remove(current);
            choose(Math.max(0, current - 1));
        });
        outputs.getChildren().addAll(add, remove);
    }

    private void tryOut() {
        ExportOrder order = orders.get(current);
        result.begin();
        work.submit(
                stale -> {
                    try {
                        return ExportTrial.of(source, order, stale);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                result::show);
    }

    private static String why(Throwable failure) {
        return failure instanceof UncheckedIOException e ? e.getCause().getMessage() : WORDS.text("failed");
    }
}
