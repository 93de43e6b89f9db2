package org.layerloom.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.modes.ModeInputs;
import org.layerloom.ui.modes.Modes;
import org.layerloom.ui.modes.Source;
import org.layerloom.words.Words;

/// What runs can make from the selected layer: each action chooses a mode, says what it is given, and starts the run,
/// or shows what is still to be said for it.
final class ModeActions {
    private static final Words WORDS = Words.of(ModeActions.class);
    private static final Source SELECTED = new Source.Selected();
    private static final Source BELOW = new Source.Below();

    private final Editor editor;
    private final GenerationSession session;
    private final Runnable focusPrompt;
    private final Consumer<Notice> onNotice;

    /// @param focusPrompt puts the caret into the prompt
    ModeActions(Editor editor, GenerationSession session, Runnable focusPrompt, Consumer<Notice> onNotice) {
        this.editor = editor;
        this.session = session;
        this.focusPrompt = focusPrompt;
        this.onNotice = onNotice;
    }

    void register(Actions actions) {
        actions.register(
                background().withIcon("mdi2i-image-outline").afterRule(),
                action(
                        "layer-onto",
                        this::onto,
                        () -> start(onto(), in -> in.with(Role.BACKGROUND, SELECTED)),
                        this::hasLayer),
                action(
                        "layer-onto-all",
                        this::onto,
                        this::ontoAll,
                        () -> !editor.document().layers().isEmpty()),
                action("make-picture", this::picture, this::makePicture, this::hasLayer),
                onLayer(
                        "background-behind",
                        Mode.BLEND_TO_BACKGROUND,
                        in -> in.with(Role.FOREGROUND, SELECTED).with(Role.BLEND, new Source.Everything())),
                onLayer(
                        "foreground-out",
                        Mode.BLEND_TO_FOREGROUND,
                        in -> in.with(Role.BLEND, SELECTED).with(Role.BACKGROUND, BELOW)),
                action(
                        "harmonise",
                        () -> Mode.HARMONISE,
                        () -> start(Mode.HARMONISE, in -> in.with(Role.BACKGROUND, BELOW)),
                        () -> editor.selectedRegion().isPresent()),
                action(
                                "vary-layer",
                                () -> Mode.FOREGROUND,
                                this::vary,
                                () -> selected()
                                        .filter(PixelLayer.class::isInstance)
                                        .isPresent())
                        .withIcon("mdi2i-image-edit-outline"));
    }

    /// A model that makes layers in boxes has no mode for it: it is given the layers and makes the background alone.
    private Action background() {
        Mode mode = Mode.FOREGROUND_TO_BACKGROUND;
        return enabled(
                "make-background",
                () -> {
                    if (hasMode(mode)) {
                        start(mode, in -> in.with(Role.FOREGROUND, SELECTED));
                    } else {
                        ask(new Wish.Background(), this::makeBackground);
                    }
                },
                () -> hasLayer() && (hasMode(mode) || isInBoxes() && Backgrounds.haveRoom(editor.document())));
    }

    private boolean isInBoxes() {
        return Remake.isPossible(session.modelProperty().get());
    }

    private Action onLayer(String name, Mode mode, UnaryOperator<ModeInputs> inputs) {
        return action(name, () -> mode, () -> start(mode, inputs), this::hasLayer);
    }

    /// @param mode that it needs a way to, whose files may be missing
    private Action action(String name, Supplier<Mode> mode, Runnable work, BooleanSupplier fits) {
        return enabled(name, work, () -> fits.getAsBoolean() && hasMode(mode.get()));
    }

    private boolean hasMode(Mode mode) {
        return abilities().filter(it -> it.modes().containsKey(mode)).isPresent();
    }

    private Action enabled(String name, Runnable work, BooleanSupplier question) {
        BooleanBinding enabled = Bindings.createBooleanBinding(
                question::getAsBoolean, editor.documentProperty(), editor.selectionProperty(), session.modelProperty());
        return Action.of(Section.GENERATE, name, WORDS.text("action." + name), work)
                .inMenu(WORDS.text("menu.from"))
                .enabledWhen(enabled);
    }

    private Optional<Abilities> abilities() {
        return Optional.ofNullable(session.modelProperty().get()).map(model -> model.abilities());
    }

    private Optional<Layer> selected() {
        return editor.selectedLayer();
    }

    /// Behind the layers that are there, or versions of the background that a run has made.
    private void makeBackground() {
        GenerateResult.background(editor.document())
                .map(Layer::id)
                .filter(session::canReroll)
                .ifPresentOrElse(session::reroll, () -> session.submit(new Wish.Background()));
    }

    private boolean hasLayer() {
        return selected().isPresent();
    }

    /// How the model puts a layer onto a background.
    private Mode onto() {
        boolean only = abilities()
                .filter(it -> !it.can(Mode.BACKGROUND_TO_FOREGROUND) && it.can(Mode.HARMONISE))
                .isPresent();
        return only ? Mode.HARMONISE : Mode.BACKGROUND_TO_FOREGROUND;
    }

    /// A layer is added: one that is selected stays.
    private void ontoAll() {
        if (hasLayer()) {
            editor.select(List.of());
        }
        start(onto(), in -> in.with(Role.BACKGROUND, BELOW));
    }

    /// A layer that fills the page is a background.
    private Mode picture() {
        boolean fills = selected()
                .filter(layer -> layer.bounds().contains(editor.document().canvas()))
                .isPresent();
        return fills ? Mode.BACKGROUND_TO_BLEND : Mode.FOREGROUND_TO_BLEND;
    }

    private void makePicture() {
        Mode mode = picture();
        Role role = mode == Mode.BACKGROUND_TO_BLEND ? Role.BACKGROUND : Role.FOREGROUND;
        start(mode, in -> in.with(role, SELECTED));
    }

    /// How far it may change is said before the run.
    private void vary() {
        if (choose(Mode.FOREGROUND, in -> in.withStrength(OptionalDouble.of(ModeInputs.USUAL_STRENGTH)))) {
            focusPrompt.run();
        }
    }

    private void start(Mode mode, UnaryOperator<ModeInputs> inputs) {
        if (!choose(mode, inputs)) {
            return;
        }
        editor.finishTyping();
        ask(session.wish(), session::generate);
    }

    /// Starts a run, or puts the caret where what it lacks is written.
    private void ask(Wish wish, Runnable run) {
        if (session.obstacle(wish).isPresent()) {
            focusPrompt.run();
        } else {
            run.run();
        }
    }

    /// Chooses a mode, unless its files are missing, which is told.
    private boolean choose(Mode mode, UnaryOperator<ModeInputs> inputs) {
        List<MissingFile> missing = abilities().orElseThrow().modes().get(mode);
        if (!missing.isEmpty()) {
            onNotice.accept(Notice.warning(Modes.needed(Modes.title(mode), missing) + "."));
            return false;
        }
        session.modes().modeProperty().set(mode);
        session.modes().inputsProperty().set(inputs.apply(session.modes().inputs()));
        return true;
    }
}
