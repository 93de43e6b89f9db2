package org.layerloom.ui.paint;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Solid;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.paint.FillPainter;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.color.Colors;
import org.layerloom.words.Words;

/// The actions that make fill layers: of the marquee, of the selected empty box, else of the whole page.
final class FillActions {
    private final Words words = Words.of(FillActions.class);
    private final Editor editor;
    private final PaintState state;
    private final FillWork work;

    private FillActions(Editor editor, PaintState state, FillWork work) {
        this.editor = editor;
        this.state = state;
        this.work = work;
    }

    static void register(Actions actions, Editor editor, PaintState state, FillWork work) {
        FillActions own = new FillActions(editor, state, work);
        actions.register(
                Action.of(Section.LAYER, "fill-solid", own.words.text("new-solid"), own::solid)
                        .withIcon("mdi2f-format-color-fill")
                        .afterRule(),
                Action.of(Section.LAYER, "fill-gradient", own.words.text("new-gradient"), own::gradient)
                        .withIcon("mdi2g-gradient-horizontal"));
    }

    private void solid() {
        add("solid-name", new Solid(state.colors().foregroundProperty().get()));
    }

    /// From the upper to the lower edge, foreground to background.
    private void gradient() {
        Colors colors = state.colors();
        Rect area = area(editor.document());
        double middle = area.x() + area.width() / 2.0;
        add(
                "gradient-name",
                new Gradient(
                        state.radialProperty().get(),
                        middle,
                        area.y(),
                        middle,
                        area.bottom(),
                        List.of(
                                new Stop(0, colors.foregroundProperty().get()),
                                new Stop(1, colors.backgroundProperty().get()))));
    }

    private Rect area(Document document) {
        return Optional.ofNullable(editor.selectionProperty().get())
                .filter(id -> document.layer(id).isEmpty())
                .flatMap(document::region)
                .map(Region::box)
                .orElse(document.canvas());
    }

    private void add(String key, Fill fill) {
        editor.finishTyping();
        Document before = editor.history().document();
        LayerId id = before.newId();
        Optional<LayerId> above = Optional.ofNullable(editor.selectionProperty().get())
                .filter(selected -> before.layer(selected).isPresent());
        String name = words.text(key, id.value());
        work.commit(
                words.text("fill-add"),
                document -> {
                    Document more = document.add(
                            FillPainter.layer(document, LayerProps.named(document.newId(), name), fill, area(before)));
                    return above.map(below -> LayerMoves.drop(more, document.newId(), below, LayerMoves.Side.ABOVE))
                            .orElse(more);
                },
                () -> editor.selectionProperty().set(id));
    }
}
