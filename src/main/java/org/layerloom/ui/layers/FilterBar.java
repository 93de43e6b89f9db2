package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.LayerProps;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.Tags;
import org.layerloom.words.Words;

/// Finds layers by name, kind and colour tag. Closing it shows all again.
final class FilterBar extends VBox {
    private static final Words WORDS = Words.of(FilterBar.class);

    private final ObjectProperty<RowFilter> filter;
    private final TextField text = new TextField();
    private final List<IconToggle> kinds = new ArrayList<>();
    private final List<IconToggle> tags = new ArrayList<>();

    FilterBar(ObjectProperty<RowFilter> filter) {
        super(4);
        this.filter = filter;
        getStyleClass().add("layer-filter");
        getChildren().addAll(searching(), choosing());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        filter.addListener(o -> refresh());
        setOpen(false);
    }

    /// Opens or closes it.
    void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
        if (open) {
            text.requestFocus();
            text.selectAll();
        } else {
            filter.set(RowFilter.NONE);
        }
    }

    private HBox searching() {
        FontIcon icon = new FontIcon("mdi2m-magnify");
        text.setPromptText(WORDS.text("filter.text"));
        text.setAccessibleText(WORDS.text("filter.text"));
        text.textProperty()
                .addListener((o, before, now) -> filter.set(filter.get().withText(now)));
        HBox.setHgrow(text, Priority.ALWAYS);
        IconButton close = new IconButton("mdi2c-close", WORDS.text("filter.close"));
        close.getStyleClass().add("small");
        close.setOnAction(event -> setOpen(false));
        HBox pill = new HBox(6, icon, text, close);
        pill.getStyleClass().addAll("num", "layer-search", "i16");
        return pill;
    }

    private HBox choosing() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(2);
        line.setAlignment(Pos.CENTER_LEFT);
        for (LayerKind kind : LayerKind.values()) {
            IconToggle button = new IconToggle(new FontIcon(kind.icon()), WORDS.text("filter.kind", kind.label()), "");
            button.getStyleClass().addAll("small", "i16");
            button.setOnAction(event ->
                    filter.set(filter.get().withKind(button.isSelected() ? Optional.of(kind) : Optional.empty())));
            kinds.add(button);
        }
        for (int i = 0; i < LayerProps.TAGS; i++) {
            int tag = i;
            Region dot = new Region();
            dot.getStyleClass().add("tag-dot");
            dot.setStyle("-fx-background-color: " + Tags.css(tag) + ";");
            IconToggle button = new IconToggle(dot, WORDS.text("filter.tag", WORDS.text("tag." + tag)), "");
            button.getStyleClass().add("layer-tag");
            button.setOnAction(event ->
                    filter.set(filter.get().withTag(button.isSelected() ? OptionalInt.of(tag) : OptionalInt.empty())));
            tags.add(button);
        }
        line.getChildren().addAll(kinds);
        line.getChildren().add(space);
        line.getChildren().addAll(tags);
        return line;
    }

    private void refresh() {
        RowFilter now = filter.get();
        if (!text.getText().equals(now.text())) {
            text.setText(now.text());
        }
        for (LayerKind kind : LayerKind.values()) {
            kinds.get(kind.ordinal()).setSelected(now.kind().equals(Optional.of(kind)));
        }
        for (int tag = 0; tag < tags.size(); tag++) {
            tags.get(tag).setSelected(now.tag().equals(OptionalInt.of(tag)));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            setOpen(false);
        }
    }
}
