package org.layerloom.ui.prompt;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.ui.versions.Versions;
import org.layerloom.words.Words;

/// The actions that start and stop runs, and choose among what they made.
public final class GenerateActions {
    private static final Words WORDS = Words.of(GenerateActions.class);

    private final Editor editor;
    private final GenerationSession session;
    private final Versions versions;
    private final ModeActions fromLayer;
    private final Sheets sheets;
    private final Restyling restyling;

    /// @param focusPrompt puts the caret into the prompt
    /// @param sheets where what is still to be said is asked
    public GenerateActions(
            Editor editor, GenerationSession session, Runnable focusPrompt, Sheets sheets, Consumer<Notice> onNotice) {
        this.sheets = sheets;
        restyling = new Restyling(editor, session);
        this.editor = editor;
        this.session = session;
        versions = session.versions();
        fromLayer = new ModeActions(editor, session, focusPrompt, onNotice);
    }

    public void register(Actions actions) {
        actions.register(
                action("generate", session::generate).withIcon("mdi2c-creation").withKey("Shortcut+Enter"),
                action("generate-selected", session::generateSelected)
                        .enabledWhen(when(() -> editor.selectedRegion().isPresent())),
                action("generate-empty", session::generateEmpty),
                action(
                                "generate-variations",
                                () -> session.generateVariations(
                                        session.settings().versionsProperty().get()))
                        .withIcon("mdi2d-dice-multiple-outline")
                        .withKey("Shortcut+Alt+Enter"),
                action("reroll", () -> onSelected(session::reroll))
                        .withIcon("mdi2d-dice-5-outline")
                        .withKey("Shortcut+Shift+R")
                        .enabledWhen(
                                when(() -> selected().filter(session::canReroll).isPresent())),
                action("restyle", () -> restyling.ask(sheets))
                        .withIcon("mdi2p-palette-outline")
                        .enabledWhen(Bindings.createBooleanBinding(
                                restyling::isPossible, editor.documentProperty(), session.modelProperty())),
                action("keep-layer", this::toggleKept)
                        .withIcon("mdi2l-lock-outline")
                        .enabledWhen(when(() -> editor.selectedLayer().isPresent())));
        fromLayer.register(actions);
        registerVersions(actions);
        actions.register(action("cancel", session::cancel)
                .withIcon("mdi2s-stop")
                .withKey("Shift+X")
                .afterRule()
                .enabledWhen(session.runningProperty()));
    }

    private void registerVersions(Actions actions) {
        BooleanBinding others = when(() -> target().filter(versions::hasOthers).isPresent());
        actions.register(
                action("version-next", () -> target().ifPresent(id -> versions.step(id, 1)))
                        .withKey("Alt+Right")
                        .afterRule()
                        .enabledWhen(others),
                action("version-previous", () -> target().ifPresent(id -> versions.step(id, -1)))
                        .withKey("Alt+Left")
                        .enabledWhen(others),
                action("variation-next", () -> versions.stepWhole(1))
                        .withKey("Shift+Alt+Right")
                        .enabledWhen(when(versions::hasOtherWholes)),
                action("variation-previous", () -> versions.stepWhole(-1))
                        .withKey("Shift+Alt+Left")
                        .enabledWhen(when(versions::hasOtherWholes)),
                action("version-keep", versions::keep)
                        .withIcon("mdi2c-check")
                        .withKey("Enter")
                        .enabledWhen(versions.triedProperty().greaterThan(0)));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.GENERATE, name, WORDS.text("action." + name), work);
    }

    private BooleanBinding when(BooleanSupplier question) {
        return Bindings.createBooleanBinding(
                question::getAsBoolean,
                editor.documentProperty(),
                editor.selectionProperty(),
                versions.layerProperty(),
                versions.othersProperty(),
                versions.changesProperty());
    }

    private Optional<LayerId> selected() {
        return Optional.ofNullable(editor.selectionProperty().get());
    }

    /// The layer whose versions are laid out, else the selected one.
    private Optional<LayerId> target() {
        return Optional.ofNullable(versions.layerProperty().get()).or(this::selected);
    }

    private void onSelected(Consumer<LayerId> work) {
        selected().ifPresent(work);
    }

    /// Locks the pixels of all that is selected, or gives them free where the primary one is locked.
    private void toggleKept() {
        Layer primary = editor.selectedLayer().orElseThrow();
        boolean kept = !primary.props().locks().pixels();
        editor.commit(WORDS.text(kept ? "kept.step" : "free.step", primary.name()), document -> {
            Document next = document;
            for (LayerId id : editor.selected()) {
                next = next.with(
                        id,
                        layer -> layer.with(
                                props -> props.withLocks(props.locks().withPixels(kept))));
            }
            return next;
        });
    }
}
