package org.layerloom.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Lora;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Tuning;
import org.layerloom.generate.Verdict;
import org.testfx.util.WaitForAsyncUtils;

/// What goes wrong between two machines ends in one sentence that says what to do.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RemoteFailuresTest {
    @TempDir
    private Path folder;

    private PaintedGenerator painter;
    private ModelCatalog catalog;

    @BeforeEach
    void paint() throws Exception {
        painter = new PaintedGenerator(Duration.ofMillis(5));
        catalog = painter.catalog(folder);
    }

    private static void assertSaid(ThrowingList list, String sentence) {
        assertThatThrownBy(list::models).isInstanceOf(ModelException.class).hasMessage(sentence);
    }

    private interface ThrowingList {
        List<ModelEntry> models() throws ModelException;
    }

    @Test
    void a_wrong_token_is_told_of_and_none_opens_nothing() throws Exception {
        try (Served served = Served.plain(catalog)) {
            RemoteProvider stranger = new RemoteProvider(served.address, Token.of("another-token-0123456"));
            assertSaid(
                    stranger::models,
                    served.address.name() + " does not take the token. Copy it from the server once more");
            assertThat(answer(served, "GET /v1/models HTTP/1.1\r\nHost: h\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
            assertThat(answer(served, "GET /v1/models HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void nobody_listens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RemoteProvider provider = new RemoteProvider(Address.of("http://localhost:" + port), Served.TOKEN);
        assertSaid(
                provider::models,
                "localhost:" + port
                        + " cannot be reached. Check that the server is running there and that no firewall is between");
    }

    @Test
    void another_certificate_than_the_address_says_is_refused_before_anything_is_sent() throws Exception {
        Path file = folder.resolve("server.p12");
        ServerKey.make(file, "gpu-box", Map.of());
        try (Served served = Served.encrypted(catalog, ServerKey.in(file, Map.of()))) {
            Address wrong = new Address(served.address.base(), Optional.of("0".repeat(64)));
            assertThatThrownBy(() -> new RemoteProvider(wrong, Served.TOKEN).models())
                    .hasMessageStartingWith(wrong.name() + " has another certificate than the address says");
            Address unpinned = new Address(served.address.base(), Optional.empty());
            assertThatThrownBy(() -> new RemoteProvider(unpinned, Served.TOKEN).models())
                    .hasMessageStartingWith("The certificate of " + wrong.name() + " is not known here");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_by_its_length_alone() throws Exception {
        try (Served served = Served.limited(catalog, new Limits(100, 50, 1 << 20, 1))) {
            String head = "POST /v1/generate HTTP/1.1\r\nHost: h\r\nAuthorization: " + Served.TOKEN.header()
                    + "\r\nContent-Length: 9999999999\r\n\r\n";
            assertThat(answer(served, head)).startsWith("HTTP/1.1 413");
            try (LayerGenerator generator = served.open()) {
                assertThatThrownBy(() -> generator.generate(Served.request("painted", 1), Progress.NONE))
                        .hasMessageStartingWith("This is more than " + served.address.name() + " takes at a time");
            }
            assertThat(painter.requests()).isEmpty();
        }
    }

    @Test
    void too_many_pixels_of_all_pictures_are_refused_before_they_are_sent() throws Exception {
        GenerateRequest plain = Served.request("painted", 1);
        Rect page = new Rect(0, 0, plain.width(), plain.height());
        Raster whole = Raster.filled(plain.width(), plain.height(), 0xff336699);
        List<Fixed> six = IntStream.rangeClosed(11, 16)
                .mapToObj(i -> new Fixed(new LayerId(i), page, whole, Fixed.Role.LAYER))
                .toList();
        GenerateRequest many = new GenerateRequest(
                plain.model(),
                plain.mode(),
                plain.width(),
                plain.height(),
                plain.prompt(),
                "",
                "",
                plain.targets(),
                six,
                plain.settings());
        try (Served served = Served.limited(catalog, new Limits(1 << 26, 50, 1 << 14, 1));
                LayerGenerator generator = served.open()) {
            assertThatThrownBy(() -> generator.generate(many, Progress.NONE))
                    .hasMessageStartingWith("This is more than " + served.address.name() + " takes at a time");
            assertThat(generator.generate(plain, Progress.NONE).layers()).hasSize(2);
            assertThat(served.log).hasSize(1);
        }
    }

    @Test
    void a_server_that_does_not_speak_tls_is_not_said_to_have_an_unknown_certificate() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client is gone
                }
            });
            String name = "localhost:" + plain.getLocalPort();
            RemoteProvider provider = new RemoteProvider(Address.of("https://" + name), Served.TOKEN);
            assertThatThrownBy(provider::models).hasMessageStartingWith(name + " does not answer.");
        }
    }

    @Test
    void a_body_whose_inner_lengths_lie_is_refused() throws Exception {
        try (Served served = Served.plain(catalog);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeBytes("POST /v1/generate HTTP/1.1\r\nHost: h\r\nAuthorization: " + Served.TOKEN.header()
                    + "\r\nContent-Length: 8\r\n\r\n");
            out.writeInt(Integer.MAX_VALUE);
            out.writeInt(Integer.MAX_VALUE);
            out.flush();
            assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_server_whose_queue_is_full_says_so() throws Exception {
        PaintedGenerator slow = new PaintedGenerator(Duration.ofMillis(50));
        try (Served served = Served.limited(slow.catalog(folder), Limits.of(64, 0));
                LayerGenerator first = served.open();
                LayerGenerator second = served.open()) {
            Watch watch = new Watch();
            Thread run = Thread.ofVirtual().start(() -> runUntilStopped(first, watch));
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> watch.told.contains("DENOISE 1/100"));
            assertThatThrownBy(() -> second.generate(Served.request("painted", 1), Progress.NONE))
                    .hasMessage("Too many runs wait on " + served.address.name() + ". Try again in a few minutes");
            watch.stop = true;
            run.join();
        }
    }

    private static void runUntilStopped(LayerGenerator generator, Watch watch) {
        try {
            generator.generate(Served.request("painted", 100), watch);
        } catch (ModelException | RuntimeException e) {
            watch.told.add("ended");
        }
    }

    @Test
    void a_server_that_goes_down_in_the_middle_loses_the_run_only() throws Exception {
        PaintedGenerator slow = new PaintedGenerator(Duration.ofMillis(50));
        Served served = Served.plain(slow.catalog(folder));
        try (LayerGenerator generator = served.open()) {
            Watch watch = new Watch();
            Thread.ofVirtual().start(() -> {
                awaitTold(watch, "DENOISE 2/100");
                served.close();
            });
            assertThatThrownBy(() -> generator.generate(Served.request("painted", 100), watch))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("The connection to " + served.address.name() + " was lost");
        }
    }

    private static void awaitTold(Watch watch, String told) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> watch.told.contains(told));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_model_that_is_gone_and_a_path_in_its_place_are_not_found() throws Exception {
        try (Served served = Served.plain(catalog)) {
            ModelEntry model = served.model();
            ModelEntry gone = new ModelEntry(
                    "gone@" + served.address.name(), "Gone", model.folder(), model.provider(), model.abilities());
            assertThatThrownBy(() -> gone.open("auto"))
                    .hasMessage(served.address.name() + " has no model gone any more. Choose another one");
            ModelEntry path = new ModelEntry(
                    catalog.models().getFirst().folder() + "@" + served.address.name(),
                    "A path",
                    model.folder(),
                    model.provider(),
                    model.abilities());
            assertThatThrownBy(() -> path.open("auto")).hasMessageContaining("has no model");
        }
    }

    @Test
    void another_program_and_another_version_are_told_apart() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        boolean[] ours = {false};
        int[] status = {404};
        other.createContext("/", exchange -> {
            if (ours[0]) {
                exchange.getResponseHeaders().set(Wire.HEADER, "2");
            }
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        other.start();
        try {
            String name = "localhost:" + other.getAddress().getPort();
            RemoteProvider provider = new RemoteProvider(Address.of("http://" + name), Served.TOKEN);
            assertSaid(provider::models, name + " is no server of Layerloom. Check the address");
            status[0] = 200;
            assertSaid(provider::models, name + " is no server of Layerloom. Check the address");
            ours[0] = true;
            assertSaid(provider::models, name + " runs another version of Layerloom. Bring both to the same version");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void what_the_model_says_of_a_request_or_of_its_memory_comes_back_as_it_was_said() throws Exception {
        Verdict verdict = new Verdict(Verdict.Way.TOO_LARGE, 9, 5, true, OptionalInt.of(512));
        try (Served served = Served.plain(refusing(new IllegalArgumentException("not with this model"), verdict));
                LayerGenerator generator = served.open()) {
            GenerateRequest request = Served.request("painted", 1);
            assertThatThrownBy(() -> generator.generate(request, Progress.NONE))
                    .isInstanceOfSatisfying(
                            TooLargeException.class,
                            e -> assertThat(e.verdict()).isEqualTo(verdict));
        }
        Verdict fits = new Verdict(Verdict.Way.WHOLE, 1, 5, true);
        try (Served served = Served.plain(refusing(new IllegalArgumentException("not with this model"), fits));
                LayerGenerator generator = served.open()) {
            GenerateRequest request = Served.request("painted", 1);
            assertThatThrownBy(() -> generator.generate(request, Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not with this model");
            GenerateRequest changed = new GenerateRequest(
                    request.model(),
                    request.mode(),
                    128,
                    96,
                    "x",
                    "",
                    "",
                    request.targets(),
                    List.of(),
                    request.settings()
                            .with(new Tuning(
                                    Optional.empty(), List.of(new Lora(folder, 1)), 1, OptionalDouble.empty())));
            assertThatThrownBy(() -> generator.generate(changed, Progress.NONE))
                    .hasMessageStartingWith("LoRA files stay on this machine");
        }
    }

    private ModelCatalog refusing(RuntimeException problem, Verdict verdict) {
        GeneratorProvider provider = new GeneratorProvider() {
            @Override
            public Optional<ModelEntry> recognise(Path path) {
                return painter.recognise(path).map(e -> new ModelEntry(e.id(), e.title(), path, this, e.abilities()));
            }

            @Override
            public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) {
                return Optional.of(verdict);
            }

            @Override
            public LayerGenerator open(ModelEntry entry, String device, Progress progress) {
                return new LayerGenerator() {
                    @Override
                    public GenerateResult generate(GenerateRequest request, Progress told) {
                        throw problem;
                    }

                    @Override
                    public String device() {
                        return "";
                    }

                    @Override
                    public void close() {}
                };
            }
        };
        return new ModelCatalog(List.of(provider), List.of(folder));
    }

    @Test
    void addresses_and_tokens_are_read_or_refused_in_a_sentence() throws Exception {
        assertThat(Address.of("gpu-box").base().toString()).isEqualTo("https://gpu-box:7411");
        assertThat(Address.of(" https://gpu-box:9/#" + "AB".repeat(32)).fingerprint())
                .contains("ab".repeat(32));
        for (String bad : List.of("ftp://a", "https://a/b", "https://me@a", "", "https://a b")) {
            assertThatThrownBy(() -> Address.of(bad)).hasMessageContaining("no address of a server");
        }
        for (String far : List.of("http://gpu-box", "http://127.example.com", "http://127.0.0.1.example.com")) {
            assertThatThrownBy(() -> Address.of(far)).hasMessageContaining("write https://");
        }
        assertThat(Address.of("http://127.0.0.1").base().toString()).isEqualTo("http://127.0.0.1:7411");
        assertThatThrownBy(() -> Address.of("https://a#12")).hasMessageContaining("no fingerprint");
        assertThatThrownBy(() -> Token.of("short")).hasMessageContaining("16 to 512");
        Path file = folder.resolve("keys").resolve("token");
        Token token = Token.random();
        token.keepIn(file);
        assertThat(Token.in(file)).isEqualTo(token);
        assertThat(token.toString()).doesNotContain(Files.readString(file).strip());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
        assertThatThrownBy(() -> Token.in(folder.resolve("none"))).hasMessageContaining("There is no token in");
    }

    private static String answer(Served served, String head) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return firstLine(socket.getInputStream());
        }
    }

    private static String firstLine(InputStream in) throws Exception {
        return new String(in.readNBytes(40), StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }
}
