package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.edit.Moves;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Lettering;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.modes.ModeParts;
import org.layerloom.ui.versions.Version;
import org.layerloom.ui.versions.Versions;
import org.layerloom.words.Words;

/// Brings what runs have made to the user: layers into the document as one step, versions into the layer's strip,
/// and a sentence about it.
final class Results {
    private static final Words WORDS = Words.of(Results.class);

    private final Editor editor;
    private final Versions versions;
    private final GenerationSettings settings;
    private final Consumer<Notice> onNotice;
    private List<String> lastNotes = List.of();
    /// Of all parts of the run so far.
    private Duration time = Duration.ZERO;

    Results(Editor editor, Versions versions, GenerationSettings settings, Consumer<Notice> onNotice) {
        this.editor = editor;
        this.versions = versions;
        this.settings = settings;
        this.onNotice = onNotice;
    }

    /// Takes text that needed no model.
    void take(Lettering lettering) {
        String label = WORDS.text("wish.layers", Counts.layers(lettering.count()));
        putIn(label, lettering::applyTo, lettering.count(), Duration.ZERO);
    }

    /// @param part the how many-th of the run's versions it is, from 0
    /// @param lettering what is set as text beside it
    void take(RunListener.End.Finished end, QueuedRun run, int part, Lettering lettering) {
        if (run.wish() instanceof Wish.Choice choice) {
            takeVersion(end, choice, part);
        } else if (run.wish() instanceof Wish.Variations(int count) && part > 0) {
            takeVariation(end, count, part);
        } else {
            takeLayers(end, run, lettering);
        }
        tell(end.result().notes());
    }

    /// Takes a part of a run in a mode; the document gets all parts together when the last is made.
    void take(RunListener.End.Finished end, QueuedRun run, int part, ModeParts parts) {
        time = part == 0 ? end.time() : time.plus(end.time());
        if (parts.isComplete()) {
            putIn(run.label(), parts::applyTo, parts.count(), time);
        }
        tell(end.result().notes());
    }

    private void takeLayers(RunListener.End.Finished end, QueuedRun run, Lettering lettering) {
        GenerateResult result = wanted(run, end.result());
        int count = count(result) + lettering.count();
        time = end.time();
        // More or fewer, perhaps, than when the run was asked for.
        boolean restyled = !run.settings().remake().style().isBlank();
        String label = restyled ? run.label() : WORDS.text("wish.layers", Counts.layers(count));
        putIn(label, edit(result, run, lettering), count, time);
    }

    /// The layers and the text beside them, and after a change of style of the whole the prompt that says it.
    private static UnaryOperator<Document> edit(GenerateResult result, QueuedRun run, Lettering lettering) {
        Remake remake = run.settings().remake();
        boolean wholly = !remake.style().isBlank() && run.wish() instanceof Wish.Whole;
        return document -> {
            Document made = result.applyTo(lettering.applyTo(document, result.background()));
            return wholly ? made.withPrompt(remake.styled(made.prompt())) : made;
        };
    }

    /// @param count how many layers come with it
    /// @param took the time of all parts of the run
    private void putIn(String label, UnaryOperator<Document> edit, int count, Duration took) {
        shelve(editor.history().document());
        editor.commit(label, edit);
        Document made = editor.history().document();
        shelve(made);
        String text = WORDS.text("made", Counts.layers(count), Counts.seconds(took));
        onNotice.accept(Notice.done(text).offering(WORDS.text("undo"), () -> undo(made)));
    }

    /// Without a background that nobody asked for.
    private static GenerateResult wanted(QueuedRun run, GenerateResult result) {
        return switch (run.wish()) {
            case Wish.Whole _, Wish.Variations _, Wish.Background _ -> result;
            case Wish.Empty _, Wish.Boxes _, Wish.Choice _, Wish.InMode _ -> withoutBackground(result);
        };
    }

    private static int count(GenerateResult result) {
        return result.layers().size() + (result.background().isPresent() ? 1 : 0);
    }

    private static GenerateResult withoutBackground(GenerateResult result) {
        return new GenerateResult(Optional.empty(), result.layers(), result.merged(), result.recipe(), result.notes());
    }

    /// Keeps what runs have made, so that it can be gone back to.
    private void shelve(Document document) {
        document.allLayers()
                .filter(PixelLayer.class::isInstance)
                .map(Layer::id)
                .forEach(id -> Version.now(id, document).ifPresent(versions::add));
    }

    private void takeVersion(RunListener.End.Finished end, Wish.Choice choice, int part) {
        Document document = editor.history().document();
        LayerId layer = choice.layer();
        Optional<Version> made = end.result().layers().stream()
                .findFirst()
                .flatMap(first -> Version.of(first, document))
                .or(() -> Version.background(layer, end.result(), document));
        time = part == 0 ? end.time() : time.plus(end.time());
        made.ifPresent(part == 0 ? versions::offer : versions::add);
        if (part + 1 == choice.count()) {
            tellVersions(choice, Moves.name(document, layer));
        }
    }

    /// The first variation is in the document; the others wait among the layers' versions.
    private void takeVariation(RunListener.End.Finished end, int count, int part) {
        Document document = editor.history().document();
        for (GenerateResult.Made made : end.result().layers()) {
            Version.of(made, document).ifPresent(versions::add);
        }
        GenerateResult.background(document)
                .flatMap(layer -> Version.background(layer.id(), end.result(), document))
                .ifPresent(versions::add);
        time = time.plus(end.time());
        if (part + 1 == count) {
            long last = end.result().recipe().seed();
            String text = WORDS.text(
                    "variations.made", count, String.valueOf(last - part), String.valueOf(last), Counts.seconds(time));
            onNotice.accept(Notice.done(text).offering(WORDS.text("variations.next"), () -> versions.stepWhole(1)));
        }
    }

    private void tellVersions(Wish.Choice choice, String name) {
        String seconds = Counts.seconds(time);
        Notice told = Notice.done(
                choice.count() == 1
                        ? WORDS.text("version.one", name, seconds)
                        : WORDS.text("version.many", choice.count(), name, seconds));
        boolean open = choice.layer().equals(versions.layerProperty().get());
        onNotice.accept(
                open
                        ? told
                        : told.offering(WORDS.text("show"), () -> {
                            editor.selectionProperty().set(choice.layer());
                            versions.open(choice.layer());
                        }));
    }

    /// Tells of a stopped run; the layers that it had finished can be kept. Versions are among the layer's already.
    ///
    /// @param part the how many-th of the run's versions it is, from 0
    /// @param lettering what is set as text beside it
    void tellCancelled(RunListener.End.Cancelled end, QueuedRun run, int part, Lettering lettering) {
        boolean versions = run.wish() instanceof Wish.Choice || part > 0;
        Optional<GenerateResult> made = end.made().filter(result -> !versions).map(result -> wanted(run, result));
        tellCancelled(
                end.step(),
                made.map(result -> count(result) + lettering.count()).orElse(0),
                document -> edit(made.orElseThrow(), run, lettering).apply(document),
                end.time());
    }

    /// Tells of a stopped run in a mode, of which some parts may be made.
    ///
    /// @param part the how many-th of the run's parts was stopped, from 0
    void tellCancelled(RunListener.End.Cancelled end, int part, ModeParts parts) {
        Duration took = part == 0 ? end.time() : time.plus(end.time());
        tellCancelled(end.step(), parts.isEmpty() ? 0 : parts.count(), parts::applyTo, took);
    }

    /// @param count how many layers were finished
    private void tellCancelled(int step, int count, UnaryOperator<Document> finished, Duration took) {
        Notice told = Notice.done(step == 0 ? WORDS.text("cancelled") : WORDS.text("cancelled.at", step));
        History history = editor.history();
        Runnable keep = () -> {
            if (editor.history() == history) {
                putIn(WORDS.text("wish.layers", Counts.layers(count)), finished, count, took);
                settings.rollSeedUnlessLocked();
            }
        };
        String offer = count == 1 ? WORDS.text("keep.one") : WORDS.text("keep.many", count);
        onNotice.accept(count == 0 ? told : told.offering(offer, keep).staying());
    }

    /// What the run before said already is not said again.
    private void tell(List<String> notes) {
        if (!notes.isEmpty() && !notes.equals(lastNotes)) {
            onNotice.accept(Notice.warning(String.join(" ", notes)));
        }
        lastNotes = notes;
    }

    /// Takes a run back, as long as nothing was done after it.
    private void undo(Document made) {
        if (editor.history().document() == made) {
            editor.undo();
        }
    }
}
