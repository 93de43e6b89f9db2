package org.layerloom.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.ModelFamily;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Start;
import org.layerloom.generate.Target;
import org.layerloom.generate.Tuning;
import org.testfx.util.WaitForAsyncUtils;

/// Runs on a server with a painted model, in this process and over a real connection.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RemoteRunTest {
    /// Steps of a run that takes 20 s, unless it is cancelled.
    private static final int LONG = 200;

    @TempDir
    private Path folder;

    private PaintedGenerator painter;
    private ModelCatalog catalog;

    @BeforeEach
    void paint() throws Exception {
        painter = new PaintedGenerator(Duration.ofMillis(5));
        catalog = painter.catalog(folder, ModelFamily.ART, ModelFamily.LAYER_DIFFUSE_SDXL);
    }

    @Test
    void the_models_of_a_server_are_listed_with_what_they_can_do_and_where_they_run() throws Exception {
        try (Served served = Served.plain(catalog)) {
            List<ModelEntry> models = new RemoteProvider(served.address, Served.TOKEN).models();
            assertThat(models)
                    .extracting(ModelEntry::id)
                    .containsExactly("painted@" + served.address.name(), "painted-xl@" + served.address.name());
            assertThat(models.getFirst().machine()).contains(served.address.name());
            assertThat(models.getFirst().abilities())
                    .isEqualTo(catalog.models().getFirst().abilities());
            assertThat(models.get(1).abilities().samplers())
                    .isEqualTo(catalog.models().get(1).abilities().samplers());
            assertThat(models.get(1).abilities().loras()).isFalse();
            try (LayerGenerator generator = models.getFirst().open("auto")) {
                assertThat(generator.device()).isEqualTo(served.address.name() + ": CPU, for tests");
            }
        }
    }

    @Test
    void the_same_request_gives_the_same_layers_here_and_there_with_steps_and_previews() throws Exception {
        try (Served served = Served.plain(catalog);
                LayerGenerator generator = served.open()) {
            Watch watch = new Watch();
            GenerateResult there = generator.generate(Served.request("any", 4), watch);
            GenerateResult here = painter.generate(Served.request("painted", 4), Progress.NONE);
            assertThat(there).isEqualTo(here);
            assertThat(watch.told).contains("LOAD 1/1", "DENOISE 1/4", "DENOISE 4/4", "DECODE 1/1");
            assertThat(watch.previews).isNotEmpty().contains(here.merged());
            assertThat(served.log).containsExactly("painted, 2 boxes: made");
            try (LayerGenerator next = served.open()) {
                assertThat(next.device()).isEqualTo(served.address.name() + ": " + painter.device());
            }
        }
    }

    @Test
    void everything_that_a_request_may_hold_arrives_there_but_for_the_device() throws Exception {
        Raster clear = Raster.of(2, 2, new int[] {0x00123456, 0x80ff0000, 0xff00ff00, 0});
        GenerateRequest plain = Served.request("painted", 3);
        GenerateRequest whole = new GenerateRequest(
                        "painted",
                        plain.mode(),
                        plain.width(),
                        plain.height(),
                        "Sch\u00f6ne \u2603",
                        "no people",
                        "a meadow",
                        List.of(
                                new Target(
                                        new LayerId(1),
                                        new Rect(3, 4, 2, 2),
                                        Optional.empty(),
                                        Optional.of(clear),
                                        0.25,
                                        new Link.To("a moon")),
                                plain.targets().getLast().with(new Link.Nothing())),
                        List.of(
                                new Fixed(new LayerId(8), new Rect(90, 90, 2, 2), clear, Fixed.Role.LAYER),
                                Fixed.control(
                                        new LayerId(9),
                                        new Rect(0, 0, 2, 2),
                                        clear,
                                        new Control(Control.Kind.SCRIBBLE, 0.5))),
                        plain.settings()
                                .with(new Tuning(Optional.of("euler"), List.of(), 0.5, OptionalDouble.of(0.75))))
                .withBackgroundStart(Optional.of(new Start(Raster.filled(128, 96, 0xff336699), 0.5)))
                .workingAt(64);
        try (Served served = Served.plain(catalog);
                LayerGenerator generator = served.open()) {
            generator.generate(whole, Progress.NONE);
            assertThat(painter.requests()).containsExactly(whole);
        }
    }

    @Test
    void a_cancelled_run_stops_on_the_server_within_a_step_or_two() throws Exception {
        try (Served served = Served.plain(slow());
                LayerGenerator generator = served.open()) {
            Watch watch = new Watch();
            CompletableFuture<GenerateResult> run = start(generator, watch);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> watch.told.contains("DENOISE 3/" + LONG));
            watch.stop = true;
            assertThatThrownBy(run::join).hasRootCauseInstanceOf(CancellationException.class);
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !served.log.isEmpty());
            assertThat(served.log).containsExactly("painted, 2 boxes: client gone");
            assertThat(generator
                            .generate(Served.request("painted", 1), Progress.NONE)
                            .layers())
                    .hasSize(2);
        }
    }

    @Test
    void runs_are_made_one_after_the_other_and_who_waits_is_told_how_many_come_before() throws Exception {
        try (Served served = Served.plain(slow());
                LayerGenerator first = served.open();
                LayerGenerator second = served.open()) {
            Watch one = new Watch();
            Watch two = new Watch();
            CompletableFuture<GenerateResult> long1 = start(first, one);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> one.told.contains("DENOISE 1/" + LONG));
            CompletableFuture<GenerateResult> long2 = start(second, two);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> two.told.contains("WAIT 0/1"));
            assertThat(two.told).noneMatch(told -> told.startsWith("DENOISE"));
            one.stop = true;
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> two.told.contains("DENOISE 1/" + LONG));
            two.stop = true;
            assertThatThrownBy(long1::join).hasRootCauseInstanceOf(CancellationException.class);
            assertThatThrownBy(long2::join).hasRootCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void turns_come_in_order_and_not_more_wait_than_may() throws Exception {
        Turns turns = new Turns(1);
        Turns.Turn first = turns.take().orElseThrow();
        Turns.Turn second = turns.take().orElseThrow();
        first.lineUp();
        second.lineUp();
        assertThat(turns.take()).isEmpty();
        assertThat(first.before(1)).isZero();
        assertThat(second.before(1)).isEqualTo(1);
        first.close();
        assertThat(second.before(1)).isZero();
        assertThat(turns.take()).isPresent();
    }

    @Test
    void who_has_room_but_did_not_line_up_yet_keeps_nobody_waiting() throws Exception {
        Turns turns = new Turns(1);
        Turns.Turn slow = turns.take().orElseThrow();
        Turns.Turn quick = turns.take().orElseThrow();
        quick.lineUp();
        assertThat(quick.before(1)).isZero();
        assertThat(turns.take()).isEmpty();
        slow.close();
        assertThat(turns.take()).isPresent();
        assertThat(quick.before(1)).isZero();
    }

    @Test
    void a_run_whose_client_takes_nothing_more_is_cancelled() throws Exception {
        ModelCatalog models = slow();
        ServedRun run = new ServedRun(new ServedModels(models, "cpu", "CPU, for tests"));
        Pipe full = Pipe.open();
        full.sink().configureBlocking(false);
        while (full.sink().write(ByteBuffer.allocate(1 << 12)) > 0) {}
        full.sink().configureBlocking(true);
        try (Pipe.SourceChannel unread = full.source();
                OutputStream out = new ClientStream(Channels.newOutputStream(full.sink()), Duration.ofMillis(200))) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> run.make(models.models().getFirst(), Served.request("painted", LONG), out))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(unread.isOpen()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void what_comes_slowly_is_no_silence() throws Exception {
        long moment = Duration.ofMillis(200).toNanos();
        try (Heard heard = new Heard(new ByteArrayInputStream(new byte[8]))) {
            while (heard.silence() <= moment) {
                Thread.onSpinWait();
            }
            assertThat(heard.read(new byte[2])).isEqualTo(2);
            assertThat(heard.silence()).isLessThan(moment);
        }
    }

    private ModelCatalog slow() throws IOException {
        return new PaintedGenerator(Duration.ofMillis(100)).catalog(folder);
    }

    @Test
    void over_tls_a_server_is_known_by_the_fingerprint_of_its_own_certificate() throws Exception {
        Path file = folder.resolve("server.p12");
        ServerKey.make(file, "gpu-box", Map.of());
        ServerKey key = ServerKey.in(file, Map.of());
        try (Served served = Served.encrypted(catalog, key);
                LayerGenerator generator = served.open()) {
            assertThat(generator
                            .generate(Served.request("painted", 1), Progress.NONE)
                            .layers())
                    .hasSize(2);
        }
    }

    private static CompletableFuture<GenerateResult> start(LayerGenerator generator, Watch watch) {
        return CompletableFuture.supplyAsync(
                () -> generate(generator, watch), task -> Thread.ofVirtual().start(task));
    }

    private static GenerateResult generate(LayerGenerator generator, Watch watch) {
        try {
            return generator.generate(Served.request("painted", LONG), watch);
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_password_from_the_environment_keeps_a_key_file_shut() throws Exception {
        Path file = folder.resolve("locked.p12");
        ServerKey.make(file, "gpu-box", Map.of(ServerKey.PASSWORD, "secret-1"));
        assertThat(ServerKey.in(file, Map.of(ServerKey.PASSWORD, "secret-1")).fingerprint())
                .hasSize(64);
        assertThatThrownBy(() -> ServerKey.in(file, Map.of()))
                .hasMessageContaining("could not be read as a PKCS 12 file");
    }
}
