package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The command that serves models, and those that use them from another shell.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("Address for clients: (\\S+)");
    private static final String LAYOUT = """
            {"width": 96, "height": 64, "prompt": "a star",
             "regions": [{"x": 8, "y": 8, "width": 40, "height": 40}]}
            """;

    @TempDir
    private Path folder;

    private Shell serving;
    private Shell client;

    @BeforeEach
    void shells() throws Exception {
        serving = new Shell(Files.createDirectory(folder.resolve("there")));
        client = new Shell(Files.createDirectory(folder.resolve("here")));
    }

    private String untilServed() throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> ADDRESS.matcher(serving.out()).find());
        Matcher found = ADDRESS.matcher(serving.out());
        found.find();
        return found.group(1).replaceFirst("//[^:]+:", "//localhost:");
    }

    @Test
    void a_design_made_over_tls_on_another_machine_is_the_one_made_here() throws Exception {
        Path token = serving.path("token");
        CompletableFuture<Integer> server = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> server.complete(serving.run(
                        "serve",
                        "--port",
                        "0",
                        "--tls",
                        serving.path("server.p12"),
                        "--token-file",
                        token,
                        "--bind",
                        "localhost")));
        String address = untilServed();
        assertThat(serving.out()).contains("Made a key and a certificate in", "Serving 1 model on ");
        assertThat(serving.out()).doesNotContain(Files.readString(token).strip());
        Path layout = client.file("layout.json", LAYOUT);
        assertThat(client.run("models", "--remote", address, "--token-file", token))
                .isZero();
        assertThat(client.out()).startsWith("painted@localhost:");
        assertThat(client.run(
                        "generate", layout, "--out", client.path("there"), "--remote", address, "--token-file", token))
                .as(client.err())
                .isZero();
        assertThat(client.run("generate", layout, "--out", client.path("here"))).isZero();
        assertThat(client.files("there")).isNotEmpty().isEqualTo(client.files("here"));
        for (String name : client.files("here")) {
            assertThat(client.path("there").resolve(name))
                    .hasSameBinaryContentAs(client.path("here").resolve(name));
        }
        assertThat(serving.out()).contains("painted, 1 box, ", ": made");
        serving.cancellation.request();
        assertThat(server.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void options_that_cannot_be_used_are_refused_in_a_sentence() throws Exception {
        Path layout = client.file("layout.json", LAYOUT);
        Path token = client.file("token", "0123456789abcdef0123");
        assertThat(client.run("generate", layout, "--out", client.path("x"), "--token-file", token))
                .isEqualTo(2);
        assertThat(client.err()).isEqualTo("layerloom: --token-file goes with --remote\n");
        assertThat(client.run(
                        "generate",
                        layout,
                        "--out",
                        client.path("x"),
                        "--remote",
                        "http://gpu-box",
                        "--token-file",
                        token))
                .isEqualTo(2);
        assertThat(client.err()).contains("write https://");
        assertThat(client.run("generate", layout, "--out", client.path("x"), "--remote", "gpu-box", "--device", "cuda"))
                .isEqualTo(2);
        assertThat(client.err()).contains("--device does not go with --remote");
        assertThat(client.run("serve", "--port", "0", "--bind", "0.0.0.0", "--token-file", token))
                .isEqualTo(1);
        assertThat(client.err()).contains("Without TLS only this machine may be listened on");
        assertThat(client.run("serve", "--waiting", "-1")).isEqualTo(2);
        String wrong = System.getProperty("os.name").startsWith("Mac") ? "cuda" : "mps";
        assertThat(client.run("serve", "--port", "0", "--device", wrong)).isEqualTo(2);
        assertThat(client.err()).contains(wrong + " cannot be used: ");
    }
}
