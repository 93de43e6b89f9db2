package org.layerloom.ui.paint;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.TextLayer;
import org.layerloom.edit.paint.Brush;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.color.Swatches;
import org.layerloom.ui.layers.PropertiesSection;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Toolbox;
import org.layerloom.words.Words;

/// Brush, eraser, text, gradient and eyedropper, put together: their tools on the canvas, their keys, their options.
public final class PaintTools {
    private final Words words = Words.of(PaintTools.class);
    private final PaintState state = new PaintState();
    private final Editor editor;
    private final ViewState view;
    private final FillWork work;
    private final TextSession session;
    private final BooleanBinding tipInHand;
    private final TextOverlay typing;
    private final FillFields fill;

    /// @param notices takes what the user should know
    public PaintTools(Editor editor, ViewState view, CanvasView canvas, Toolbox tools, Consumer<Notice> notices) {
        this.editor = editor;
        this.view = view;
        work = new FillWork(editor);
        session = new TextSession(editor, state, notices);
        fill = new FillFields(editor, state, work);
        tipInHand = Bindings.createBooleanBinding(this::isTip, view.toolProperty());
        typing = new TextOverlay(session, view, canvas);
        canvas.addOverlay(new GradientHandles(editor, view));
        canvas.addOverlay(new BrushOutline(state, view, canvas));
        canvas.addOverlay(typing);
        tools.add(ToolKind.BRUSH, new BrushTool(editor, state, false, notices));
        tools.add(ToolKind.ERASER, new BrushTool(editor, state, true, notices));
        tools.add(ToolKind.TEXT, new TextTool(editor, session, typing));
        tools.add(ToolKind.GRADIENT, new GradientTool(editor, state, work, notices));
        tools.add(ToolKind.PICK, new PickTool(editor, state));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::digit);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.toolProperty().addListener(change -> session.finish());
    }

    public PaintState state() {
        return state;
    }

    public TextSession session() {
        return session;
    }

    /// What the options row shows for the tool in the hand.
    public ToolOptions options() {
        return new ToolOptions(editor, view, state, session, fill);
    }

    /// What the tool bar shows at its foot.
    public Region swatches(Actions actions) {
        return new Swatches(state.colors(), editor::document, actions);
    }

    /// What the properties panel shows of text, fill and placed layers.
    public List<PropertiesSection> sections() {
        return List.of(
                new PropertiesSection(TextLayer.class::isInstance, new TextFields(editor, state, session).inPanel()),
                new PropertiesSection(FillLayer.class::isInstance, new FillFields(editor, state, work)),
                new PropertiesSection(PlacedLayer.class::isInstance, new PlacedInfo(editor)));
    }

    public void register(Actions actions) {
        actions.register(
                tip("brush-larger", "']'", brush -> brush.larger()),
                tip("brush-smaller", "'['", brush -> brush.smaller()),
                tip("brush-harder", "'}'", brush -> brush.withHardness(brush.hardness() + 0.1)),
                tip("brush-softer", "'{'", brush -> brush.withHardness(brush.hardness() - 0.1)),
                Action.of(Section.TOOLS, "colors-swap", words.text("swap-colors"), state.colors()::swap)
                        .withIcon("mdi2s-swap-horizontal")
                        .withKey("X"),
                Action.of(Section.TOOLS, "colors-reset", words.text("reset-colors"), state.colors()::reset)
                        .withIcon("mdi2c-circle-half-full")
                        .withKey("D"));
        FillActions.register(actions, editor, state, work);
    }

    private Action tip(String name, String key, UnaryOperator<Brush> edit) {
        return Action.of(Section.TOOLS, name, words.text(name), () -> {
                    ObjectProperty<Brush> tip =
                            state.tipProperty(view.toolProperty().get() == ToolKind.ERASER);
                    tip.set(edit.apply(tip.get()));
                })
                .withKey(key)
                .enabledWhen(tipInHand);
    }

    private boolean isTip() {
        ToolKind tool = view.toolProperty().get();
        return tool == ToolKind.BRUSH || tool == ToolKind.ERASER;
    }

    /// A double click of the move tool takes the tool in the hand that edits what was clicked.
    private void click(MouseEvent event) {
        boolean opens = event.getClickCount() == 2
                && event.getButton() == MouseButton.PRIMARY
                && view.toolProperty().get() == ToolKind.MOVE;
        if (opens) {
            editor.selectedLayer().ifPresent(this::edit);
        }
    }

    /// Takes the tool in the hand that edits what a layer is made of: types in a text, opens what a fill is filled
    /// with, transforms a placed picture. Nothing for other layers.
    public void edit(Layer layer) {
        switch (layer) {
            case TextLayer text -> {
                view.toolProperty().set(ToolKind.TEXT);
                session.begin(text);
                typing.focus();
            }
            case FillLayer _ -> {
                view.toolProperty().set(ToolKind.GRADIENT);
                Platform.runLater(fill::open);
            }
            case PlacedLayer _ -> view.toolProperty().set(ToolKind.TRANSFORM);
            default -> {}
        }
    }

    /// While a tip is in the hand, digits are its opacity: 1 = 10 %, 0 = 100 %.
    private void digit(KeyEvent event) {
        boolean held = event.isShortcutDown() || event.isAltDown() || event.isShiftDown();
        if (isTip() && event.getCode().isDigitKey() && !held) {
            int digit = Math.floorMod(
                    event.getCode().ordinal() - keyOf(event.getCode()).ordinal(), 10);
            ObjectProperty<Brush> tip = state.tipProperty(view.toolProperty().get() == ToolKind.ERASER);
            tip.set(tip.get().withOpacity(digit == 0 ? 1 : digit / 10.0));
            event.consume();
        }
    }

    private static KeyCode keyOf(KeyCode digit) {
        return digit.isKeypadKey() ? KeyCode.NUMPAD0 : KeyCode.DIGIT0;
    }
}
