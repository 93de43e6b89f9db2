package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.PartlyMadeException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Verdict;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class GenerationSessionTest {
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);

    private final FxRobot robot = new FxRobot();
    private final List<Notice> notices = new ArrayList<>();
    private Editor editor;

    @TempDir
    Path models;

    @Start
    void start(Stage stage) {}

    @BeforeEach
    void twoBoxes() {
        editor = new Editor(Document.blank(96, 64)
                .withPrompt("a fox and a cake")
                .addRegion(new Rect(0, 0, 48, 48))
                .addRegion(new Rect(40, 16, 48, 40)));
    }

    @Test
    void aRunBecomesOneStepOfTheHistory() throws Exception {
        GenerationSession session = session(Duration.ZERO);
        robot.interact(() -> {
            session.settings().seedProperty().set(7);
            session.generate();
        });
        finish(session);
        assertThat(editor.document().layers()).hasSize(3);
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Generate 3 layers");
        assertThat(recipeSeed(FIRST)).isEqualTo(7);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().text()).startsWith("3 layers in ");
        robot.interact(notices.getFirst().offers().getFirst().work());
        assertThat(editor.document().layers()).isEmpty();
    }

    @Test
    void theSeedIsRolledForTheNextRunUnlessItIsKept() throws Exception {
        GenerationSession session = session(Duration.ZERO);
        robot.interact(() -> {
            session.settings().seedProperty().set(7);
            session.settings().seedLockedProperty().set(true);
            session.generate();
        });
        finish(session);
        assertThat(session.settings().seedProperty().get()).isEqualTo(7);
    }

    @Test
    void theResultGoesIntoTheDocumentAsItThenIs() throws Exception {
        GenerationSession session = session(Duration.ofMillis(100));
        robot.interact(session::generate);
        robot.interact(() -> editor.commit("Remove box", document -> document.withoutRegion(FIRST)));
        finish(session);
        assertThat(editor.document().layers()).hasSize(2);
        assertThat(editor.document().layer(FIRST)).isEmpty();
    }

    @Test
    void onlyEmptyBoxesCanBeMade() throws Exception {
        GenerationSession session = session(Duration.ZERO);
        robot.interact(session::generate);
        finish(session);
        robot.interact(() -> editor.commit("Delete", document -> document.without(FIRST)));
        Layer second = editor.document().layer(SECOND).orElseThrow();
        robot.interact(session::generateEmpty);
        finish(session);
        assertThat(editor.document().layers()).hasSize(3);
        assertThat(editor.document().layer(SECOND)).containsSame(second);
    }

    @Test
    void cancellingStopsWithinAStepAndChangesNothing() throws Exception {
        GenerationSession session = session(Duration.ofMillis(200));
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.of(100)));
        robot.interact(session::generate);
        until(() -> session.previewProperty().get() != null);
        long start = System.nanoTime();
        robot.interact(session::cancel);
        assertThat(session.cancellingProperty().get()).isTrue();
        assertThat(session.previewProperty().get()).isNull();
        finish(session);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        assertThat(editor.history().entries()).hasSize(1);
        assertThat(notices.getLast().text()).startsWith("Cancelled at step ").endsWith(". Nothing changed.");
    }

    @Test
    void theFinishedLayersOfACancelledRunCanBeKeptWithItsTextAndTheNextSeedIsAnother() throws Exception {
        Recipe recipe = new Recipe("a fox", 7, "m");
        Raster fox = Raster.filled(8, 8, 0xFFFF8800);
        GenerateResult finished = new GenerateResult(
                Optional.empty(),
                List.of(new GenerateResult.Made(FIRST, "Fox", 4, 4, fox, recipe)),
                Raster.empty(),
                recipe,
                List.of());
        GenerationSession session = session(new Broken(new PartlyMadeException(finished)));
        robot.interact(() -> {
            editor.open(editor.document().withRegion(SECOND, box -> box.withPrompt("the text 'SALE'")));
            session.settings().seedProperty().set(-7); // none is rolled below 0
            session.generate();
        });
        finish(session);
        assertThat(editor.document().layers()).isEmpty();
        Notice told = notices.getLast();
        assertThat(told.text()).isEqualTo("Cancelled. Nothing changed.");
        assertThat(told.offers()).extracting(Notice.Offer::label).containsExactly("Keep the 2 finished layers");
        assertThat(told.stays()).isTrue();
        assertThat(session.settings().seedProperty().get()).isEqualTo(-7);
        robot.interact(told.offers().getFirst().work());
        assertThat(editor.document().layers()).extracting(Layer::id).containsExactly(FIRST, SECOND);
        assertThat(editor.document().layer(SECOND)).containsInstanceOf(TextLayer.class);
        assertThat(session.settings().seedProperty().get()).isNotEqualTo(-7);
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Generate 2 layers");
        robot.interact(() -> {
            editor.open(Document.blank(96, 64).addRegion(new Rect(0, 0, 20, 20)));
            told.offers().getFirst().work().run();
        });
        assertThat(editor.document().layers()).as("another document").isEmpty();
    }

    @Test
    void openingAnotherDocumentCancelsTheRun() throws Exception {
        GenerationSession session = session(Duration.ofMillis(100));
        robot.interact(session::generate);
        Document other = Document.blank(96, 64).addRegion(new Rect(0, 0, 20, 20));
        robot.interact(() -> editor.open(other));
        finish(session);
        assertThat(editor.document()).isSameAs(other);
    }

    @Test
    void aBrokenModelIsASentence() throws Exception {
        GenerationSession session = session(new Broken(new ModelException("model.safetensors ends too early")));
        robot.interact(session::generate);
        finish(session);
        assertThat(notices)
                .containsExactly(Notice.error("Model.safetensors ends too early. Your layers are unchanged."));
    }

    @Test
    void fullMemoryIsASentence() throws Exception {
        GenerationSession session = session(new Broken(new OutOfMemoryError("Java heap space")));
        robot.interact(session::generate);
        finish(session);
        assertThat(notices.getFirst().text())
                .isEqualTo(
                        "The memory was not enough. Your layers are unchanged. A smaller page or fewer boxes need less.");
    }

    @Test
    void withoutPromptOrBoxesItSaysWhatIsMissing() throws Exception {
        GenerationSession session = session(Duration.ZERO);
        assertThat(session.obstacle()).isEmpty();
        robot.interact(() -> editor.open(Document.blank(64, 64).withPrompt("a fox")));
        assertThat(session.obstacle()).hasValue("Draw a box first");
        robot.interact(() -> editor.open(Document.blank(64, 64).addRegion(new Rect(0, 0, 20, 20))));
        assertThat(session.obstacle()).hasValue("Write a prompt first");
        robot.interact(session::generate);
        assertThat(session.runningProperty().get()).isFalse();
        assertThat(notices).containsExactly(Notice.warning("Write a prompt first."));
    }

    @Test
    void theTimeIsEstimatedFromTheLastRun() throws Exception {
        GenerationSession session = session(Duration.ofMillis(50));
        assertThat(session.estimate(new Wish.Whole())).isEmpty();
        robot.interact(session::generate);
        finish(session);
        assertThat(session.estimate(new Wish.Whole()).orElseThrow())
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(3));
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.of(400 / 50)));
        Duration twice = session.estimate(new Wish.Whole()).orElseThrow();
        robot.interact(() -> session.settings().stepsProperty().set(OptionalInt.empty()));
        assertThat((double) twice.toNanos()
                        / session.estimate(new Wish.Whole()).orElseThrow().toNanos())
                .isBetween(1.9, 2.1);
    }

    @Test
    void aRunThatWillNotFitDoesNotStartUntilItIsToldTo() throws Exception {
        Verdict large = new Verdict(Verdict.Way.TOO_LARGE, 14_000_000_000L, 10_500_000_000L, true);
        GenerationSession session = session(new Judged(request -> large));
        robot.interact(session::generate);
        finish(session);
        assertThat(editor.document().layers()).isEmpty();
        assertThat(notices.getFirst().text())
                .startsWith("This picture needs about 14.0 GB. 10.5 GB is free on the graphics card.")
                .endsWith("Nothing has started; your boxes and your prompt stay as they are.");
        robot.interact(notices.getFirst().offers().getFirst().work());
        finish(session);
        assertThat(editor.document().layers()).hasSize(3);
    }

    @Test
    void aRestyleThatIsStartedAnywayIsStillOne() throws Exception {
        GenerationSession session = session(
                new Judged(request -> new Verdict(Verdict.Way.TOO_LARGE, 14_000_000_000L, 10_500_000_000L, true)));
        robot.interact(() -> session.submit(new Wish.Whole(), new Remake(0.5, "watercolor")));
        finish(session);
        robot.interact(notices.getFirst().offers().getFirst().work());
        finish(session);
        assertThat(editor.document().prompt()).isEqualTo("a fox and a cake, watercolor style");
    }

    @Test
    void aRunThatFitsOnASmallerCanvasIsMadeThereOnAButton() throws Exception {
        Verdict large = new Verdict(Verdict.Way.TOO_LARGE, 14_000_000_000L, 10_500_000_000L, true);
        List<OptionalInt> asked = Collections.synchronizedList(new ArrayList<>());
        GenerationSession session = session(new Judged(request -> {
            asked.add(request.settings().workingSide());
            return request.settings().workingSide().isPresent()
                    ? new Verdict(Verdict.Way.WHOLE, 9_000_000_000L, 10_500_000_000L, true)
                    : large.fittingAt(OptionalInt.of(48));
        }));
        robot.interact(() -> {
            session.settings().seedProperty().set(7);
            session.generate();
        });
        finish(session);
        assertThat(notices.getFirst().offers().stream().map(Notice.Offer::label))
                .containsExactly("Work at 48 px", "Start anyway");
        robot.interact(notices.getFirst().offers().getFirst().work());
        finish(session);
        assertThat(asked).containsExactly(OptionalInt.empty(), OptionalInt.of(48));
        assertThat(editor.document().layers()).hasSize(3);
        assertThat(recipeSeed(FIRST)).isEqualTo(7);
    }

    @Test
    void aSlowerWayIsToldOfAndTaken() throws Exception {
        GenerationSession session =
                session(new Judged(request -> new Verdict(Verdict.Way.BLOCKS, 27_000_000_000L, 12_000_000_000L, true)));
        robot.interact(session::generate);
        finish(session);
        assertThat(notices.getFirst().text()).endsWith("block by block, which takes longer.");
        assertThat(editor.document().layers()).hasSize(3);
    }

    private GenerationSession session(Duration stepTime) throws Exception {
        return session(new PaintedGenerator(stepTime).catalog(models));
    }

    private GenerationSession session(GeneratorProvider provider) throws Exception {
        new PaintedGenerator().catalog(models);
        return session(new ModelCatalog(List.of(provider), List.of(models)));
    }

    private GenerationSession session(ModelCatalog catalog) throws Exception {
        GenerationSession session = WaitForAsyncUtils.asyncFx(() -> new GenerationSession(editor, catalog))
                .get();
        session.setOnNotice(notices::add);
        until(() -> session.modelProperty().get() != null);
        return session;
    }

    @Test
    void theMemoryOfTheModelBeforeIsGivenBackBeforeItIsAskedWhetherTheNextOneFits() throws Exception {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        GenerationSession session = session(new Recorded(events));
        robot.interact(session::generate);
        finish(session);
        robot.interact(() -> session.settings().deviceProperty().set("cpu"));
        robot.interact(session::generate);
        finish(session);
        assertThat(events).containsExactly("asked", "opened", "closed", "asked", "opened");
    }

    private long recipeSeed(LayerId id) {
        return editor.document()
                .layer(id)
                .orElseThrow()
                .props()
                .recipe()
                .orElseThrow()
                .seed();
    }

    private static void finish(GenerationSession session) throws Exception {
        until(() -> !session.runningProperty().get());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A model that runs, and of whose memory something is said before.
    private record Judged(Function<GenerateRequest, Verdict> said) implements GeneratorProvider {
        @Override
        public Optional<ModelEntry> recognise(Path folder) {
            return new PaintedGenerator()
                    .recognise(folder)
                    .map(entry -> new ModelEntry(entry.id(), entry.title(), folder, this, entry.abilities()));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            return new PaintedGenerator();
        }

        @Override
        public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) {
            return Optional.of(said.apply(request));
        }
    }

    /// A model that tells what is done with it.
    private record Recorded(List<String> events) implements GeneratorProvider {
        @Override
        public Optional<ModelEntry> recognise(Path folder) {
            return new PaintedGenerator()
                    .recognise(folder)
                    .map(entry -> new ModelEntry(entry.id(), entry.title(), folder, this, entry.abilities()));
        }

        @Override
        public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
            events.add("opened");
            PaintedGenerator painted = new PaintedGenerator();
            return new LayerGenerator() {
                @Override
                public GenerateResult generate(GenerateRequest request, Progress told) {
                    return painted.generate(request, told);
                }

                @Override
                public String device() {
                    return painted.device();
                }

                @Override
                public void close() {
                    events.add("closed");
                }
            };
        }

        @Override
        public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) {
            events.add("asked");
            return Optional.empty();
        }
    }
}
