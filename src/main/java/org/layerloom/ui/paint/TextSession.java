package org.layerloom.ui.paint;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextSetter;
import org.layerloom.document.text.Typeface;
import org.layerloom.edit.LayerMoves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// The text that is being typed on the canvas: shown as it is typed, one step of the history when it ends. Whatever
/// makes a step or reads the document for good ends it first.
public final class TextSession {
    private static final int NAME_LENGTH = 30;

    private final Words words = Words.of(TextSession.class);
    private final Editor editor;
    private final PaintState state;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<Editing> editing = new ReadOnlyObjectWrapper<>();

    /// @param layer the layer that is edited, or the id that the next new one takes
    /// @param before the text as it was; empty for a new layer
    /// @param above what a new layer is put above
    public record Editing(LayerId layer, Optional<Text> before, Text text, Optional<LayerId> above) {
        private Editing with(Text text) {
            return new Editing(layer, before, text, above);
        }
    }

    public TextSession(Editor editor, PaintState state, Consumer<Notice> notices) {
        this.editor = editor;
        this.state = state;
        this.notices = notices;
        editor.onFinishTyping(this::finish);
    }

    /// What is being typed; null while nothing is.
    public ReadOnlyObjectProperty<Editing> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    public boolean isGoing() {
        return editing.get() != null;
    }

    /// Begins a new text with its first baseline at a place.
    public void beginNew(double x, double y) {
        editor.finishTyping();
        Document document = editor.history().document();
        Text style = state.textStyleProperty().get();
        Text text = style.withContent("")
                .withArgb(state.colors().foregroundProperty().get())
                .translate(x - style.x(), y - style.y());
        Optional<LayerId> above = Optional.ofNullable(editor.selectionProperty().get())
                .filter(id -> document.layer(id).isPresent());
        editing.set(new Editing(document.newId(), Optional.empty(), text, above));
    }

    /// Begins to edit a layer's text.
    public void begin(TextLayer layer) {
        editor.finishTyping();
        if (layer.props().locks().pixels()) {
            notices.accept(Notice.warning(words.text("refused-PIXELS_LOCKED", layer.name())));
            return;
        }
        editor.selectionProperty().set(layer.id());
        editing.set(new Editing(layer.id(), Optional.of(layer.text()), layer.text(), Optional.empty()));
    }

    /// Shows another content of the text that is being typed.
    public void type(String content) {
        if (isGoing()) {
            String within = content.substring(0, Math.min(content.length(), Text.MAX_LENGTH));
            show(editing.get().with(editing.get().text().withContent(within)));
        }
    }

    /// Changes how a text layer is set: at once what is being typed, else as a step of its own.
    public void restyle(LayerId layer, UnaryOperator<Text> edit) {
        if (isGoing() && editing.get().layer().equals(layer)) {
            show(editing.get().with(edit.apply(editing.get().text())));
        } else {
            tellMissing(edit.apply(text(layer)));
            editor.commit(words.text("text-style"), document -> restyled(document, layer, edit));
        }
    }

    /// Shows a style that is being looked for.
    public void preview(LayerId layer, UnaryOperator<Text> edit) {
        if (isGoing() && editing.get().layer().equals(layer)) {
            restyle(layer, edit);
        } else {
            editor.preview(document -> restyled(document, layer, edit));
        }
    }

    private Text text(LayerId layer) {
        return editor.history()
                .document()
                .layer(layer)
                .filter(TextLayer.class::isInstance)
                .map(found -> ((TextLayer) found).text())
                .orElse(state.textStyleProperty().get());
    }

    private static Document restyled(Document document, LayerId layer, UnaryOperator<Text> edit) {
        return document.with(
                layer,
                found ->
                        found instanceof TextLayer text && !text.props().locks().pixels()
                                ? TextSetter.reset(text, edit.apply(text.text()))
                                : found);
    }

    private void show(Editing now) {
        editing.set(now);
        editor.preview(document -> applied(document, now));
    }

    /// Ends the typing and keeps what was typed.
    public void finish() {
        Editing ended = editing.get();
        if (ended == null) {
            return;
        }
        editing.set(null);
        boolean unchanged = ended.before()
                .map(ended.text()::equals)
                .orElse(ended.text().content().isBlank());
        if (unchanged) {
            editor.cancelPreview();
            return;
        }
        tellMissing(ended.text());
        boolean fresh = ended.before().isEmpty();
        LayerId layer = fresh ? editor.history().document().newId() : ended.layer();
        editor.commit(words.text(fresh ? "text-add" : "text-edit"), document -> applied(document, ended));
        if (editor.document().layer(layer).isPresent()) {
            editor.selectionProperty().set(layer);
        }
    }

    private void tellMissing(Text text) {
        if (Typeface.of(text.family(), text.bold(), text.italic()).missing()) {
            notices.accept(Notice.warning(words.text("font-missing", text.family())));
        }
    }

    /// A text that was emptied takes its layer along.
    private Document applied(Document document, Editing now) {
        Text text = now.text();
        if (now.before().isPresent()) {
            return text.content().isBlank()
                    ? document.without(now.layer())
                    : document.with(now.layer(), layer -> layer instanceof TextLayer t ? retyped(t, now) : layer);
        }
        if (text.content().isBlank()) {
            return document;
        }
        LayerId id = document.newId();
        Document more = document.add(TextSetter.layer(LayerProps.named(id, name(text)), text));
        return now.above()
                .map(below -> LayerMoves.drop(more, id, below, LayerMoves.Side.ABOVE))
                .orElse(more);
    }

    /// A layer that is called what it says goes on so.
    private TextLayer retyped(TextLayer layer, Editing now) {
        TextLayer set = TextSetter.reset(layer, now.text());
        return layer.name().equals(name(layer.text()))
                ? set.withProps(set.props().withName(name(now.text())))
                : set;
    }

    private static String name(Text text) {
        String line = text.content().strip().lines().findFirst().orElse("").strip();
        return line.length() <= NAME_LENGTH
                ? line
                : line.substring(0, NAME_LENGTH).strip();
    }
}
