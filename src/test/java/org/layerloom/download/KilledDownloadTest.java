package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that is killed in the middle of a download, and another that goes on.
final class KilledDownloadTest {
    private static final byte[] BYTES = DownloadTest.bytes(3, 3_000_000);
    private static final int COMES = 2_000_000;

    @TempDir
    Path root;

    /// The program that is killed.
    ///
    /// @param args the folder and the address
    public static void main(String[] args) throws IOException {
        new Download(plan(Path.of(args[0]), URI.create(args[1])), Access.NONE).run(progress -> {});
    }

    private static DownloadPlan plan(Path root, URI address) {
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        RemoteFile file = new RemoteFile("a.bin", address, BYTES.length, "");
        URI page = URI.create("https://example.org");
        return new DownloadPlan(new KnownModel("a", "A", page, licence, "", 0, List.of(), List.of(file)), root);
    }

    @Test
    void goes_on_at_the_next_start_and_nothing_is_lost() throws Exception {
        try (Shelf shelf = new Shelf()) {
            shelf.will(Shelf.silent(BYTES, "\"1\"", COMES, 60_000));
            Process killed = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledDownloadTest.class.getName(),
                            root.toString(),
                            shelf.address("a.bin").toString())
                    .redirectErrorStream(true)
                    .start();
            Path part = root.resolve("a.bin.part");
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while ((!Files.exists(part) || Files.size(part) < COMES / 2) && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            killed.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            long came = Files.size(part);
            assertThat(came).isBetween(COMES / 2L, (long) COMES);
            assertThat(root.resolve("a.bin")).doesNotExist();
            shelf.will(Shelf.file(BYTES, "\"1\""));
            new Download(plan(root, shelf.address("a.bin")), Exchange.with(Access.NONE), DownloadTest.SHORT)
                    .run(progress -> {});
            assertThat(root.resolve("a.bin")).hasBinaryContent(BYTES);
            assertThat(shelf.requests().getLast()).containsEntry("range", "bytes=" + came + "-");
        }
    }
}
