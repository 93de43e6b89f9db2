package org.layerloom.ui.paint;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.layerloom.document.LayerId;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.color.ColorButton;
import org.layerloom.words.Words;

/// Font, size, colour, style, alignment and leading: of the text that is typed, of the selected text layer, or of the
/// next new text.
final class TextFields {
    private static final double PANEL = 288;

    private final Words words = Words.of(TextFields.class);
    private final Editor editor;
    private final PaintState state;
    private final TextSession session;
    private final FamilyChoice family = new FamilyChoice(name -> commit(text -> text.withFamily(name)));
    private final NumberField size;
    private final NumberField leading;
    private final ColorButton color;
    private final ToggleButton bold;
    private final ToggleButton italic;
    private final ToggleButton[] aligns;

    TextFields(Editor editor, PaintState state, TextSession session) {
        this.editor = editor;
        this.state = state;
        this.session = session;
        size = new NumberField(words.text("size"), words.text("text-size"), "px", 1, (int) Text.MAX_SIZE);
        size.setId("text-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        size.setOnPreview(value -> preview(text -> text.withSize(value)));
        size.setOnCommit(value -> commit(text -> text.withSize(value)));
        leading = new NumberField(words.text("leading"), words.text("text-leading"), "%", 10, 1000);
        leading.setId("text-leading");
        leading.setMinWidth(Region.USE_PREF_SIZE);
        leading.setOnPreview(value -> preview(text -> text.withLeading(value / 100.0)));
        leading.setOnCommit(value -> commit(text -> text.withLeading(value / 100.0)));
        color = new ColorButton(words.text("text-color"), Side.BOTTOM, state.colors(), editor::document);
        color.setId("text-color");
        color.setOnPreview(argb -> preview(text -> text.withArgb(argb)));
        color.setOnCommit(argb -> commit(text -> text.withArgb(argb)));
        bold = new IconToggle("text-bold", "mdi2f-format-bold", words.text("bold"));
        italic = new IconToggle("text-italic", "mdi2f-format-italic", words.text("italic"));
        bold.setOnAction(event -> {
            boolean on = bold.isSelected();
            commit(text -> text.withStyle(on, text.italic()));
        });
        italic.setOnAction(event -> {
            boolean on = italic.isSelected();
            commit(text -> text.withStyle(text.bold(), on));
        });
        aligns = alignButtons();
        editor.documentProperty().addListener(change -> refresh());
        editor.selectionProperty().addListener(change -> refresh());
        session.editingProperty().addListener(change -> refresh());
        state.textStyleProperty().addListener(change -> refresh());
        state.colors().foregroundProperty().addListener(change -> refresh());
        refresh();
    }

    private List<Node> nodes() {
        return List.of(family, size, color, segment(bold, italic), segment(aligns), leading);
    }

    /// The fields side by side. They have one place only.
    Node inRow() {
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(nodes());
        return row;
    }

    /// The fields in lines, as wide as the properties panel.
    Node inPanel() {
        FlowPane lines = new FlowPane(8, 8);
        lines.setPrefWrapLength(PANEL);
        lines.getChildren().addAll(nodes());
        return lines;
    }

    private static HBox segment(ToggleButton... buttons) {
        HBox segment = new HBox(buttons);
        segment.getStyleClass().add("seg");
        return segment;
    }

    private ToggleButton[] alignButtons() {
        ToggleButton[] buttons = new ToggleButton[Text.Align.values().length];
        String[] icons = {"mdi2f-format-align-left", "mdi2f-format-align-center", "mdi2f-format-align-right"};
        for (Text.Align align : Text.Align.values()) {
            ToggleButton button = new IconToggle("text-" + align, icons[align.ordinal()], words.text("text-" + align));
            button.setOnAction(event -> {
                commit(text -> text.withAlign(align));
                refresh();
            });
            buttons[align.ordinal()] = button;
        }
        return buttons;
    }

    /// The layer that the fields are of; empty where they are of the next new text.
    private Optional<LayerId> target() {
        return Optional.ofNullable(session.editingProperty().get())
                .map(TextSession.Editing::layer)
                .or(() -> editor.selectedLayer()
                        .filter(TextLayer.class::isInstance)
                        .map(layer -> layer.id()));
    }

    private Text text() {
        if (session.isGoing()) {
            return session.editingProperty().get().text();
        }
        return editor.selectedLayer().orElse(null) instanceof TextLayer layer
                ? layer.text()
                : state.textStyleProperty()
                        .get()
                        .withArgb(state.colors().foregroundProperty().get());
    }

    private void preview(UnaryOperator<Text> edit) {
        target().ifPresentOrElse(id -> session.preview(id, edit), () -> style(edit));
    }

    /// What was chosen last is what the next new text looks like.
    private void commit(UnaryOperator<Text> edit) {
        Optional<LayerId> target = target();
        style(edit);
        target.ifPresent(id -> session.restyle(id, edit));
    }

    private void style(UnaryOperator<Text> edit) {
        Text before = text();
        Text after = edit.apply(before);
        state.textStyleProperty().set(after.withContent(""));
        if (after.argb() != before.argb()) {
            state.colors().foregroundProperty().set(after.argb() | 0xff000000);
        }
    }

    private void refresh() {
        Text text = text();
        family.show(text.family());
        size.show((int) Math.round(text.size()));
        leading.show((int) Math.round(text.leading() * 100));
        color.show(text.argb());
        bold.setSelected(text.bold());
        italic.setSelected(text.italic());
        for (Text.Align align : Text.Align.values()) {
            aligns[align.ordinal()].setSelected(text.align() == align);
        }
    }
}
