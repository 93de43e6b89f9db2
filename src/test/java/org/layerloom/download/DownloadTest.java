package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.files.WriteException;

/// Downloads from a server on this computer that does all that servers do.
final class DownloadTest {
    static final Patience SHORT = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(100));
    private static final byte[] BYTES = bytes(1, 300_000);
    private static final byte[] OTHER = bytes(2, 280_000);

    @TempDir
    Path root;

    private Shelf shelf;

    static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private static KnownModel model(RemoteFile... files) {
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        return new KnownModel(
                "sd15", "Tiny", URI.create("https://example.org/tiny"), licence, "tiny", 0, List.of(), List.of(files));
    }

    private RemoteFile file(String path, long bytes, String sha256) {
        return new RemoteFile(path, shelf.address(path), bytes, sha256);
    }

    private Download download(RemoteFile... files) {
        return download(Access.NONE, files);
    }

    private Download download(Access access, RemoteFile... files) {
        return new Download(new DownloadPlan(model(files), root), Exchange.with(access), SHORT);
    }

    private Download plain() {
        return download(file("a.bin", BYTES.length, ""));
    }

    private Path place() {
        return root.resolve("tiny").resolve("a.bin");
    }

    private Path part() {
        return root.resolve("tiny").resolve("a.bin.part");
    }

    private static Map<Path, String> run(Download download) throws IOException {
        return download.run(progress -> {});
    }

    private void assertInstalled(byte[] bytes) {
        assertThat(place()).hasBinaryContent(bytes);
        assertThat(place().getParent().toFile().list()).containsExactly("a.bin");
    }

    @Test
    void files_of_a_set_come_one_after_the_other_and_their_hashes_are_given() throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""), Shelf.file(OTHER, "\"2\""));
        List<DownloadProgress> told = new ArrayList<>();
        Map<Path, String> hashes = download(
                        file("a.bin", BYTES.length, sha256(BYTES)), file("unet/b.bin", OTHER.length, ""))
                .run(told::add);
        assertThat(place()).hasBinaryContent(BYTES);
        assertThat(root.resolve("tiny/unet/b.bin")).hasBinaryContent(OTHER);
        assertThat(hashes.values()).containsExactly(sha256(BYTES), sha256(OTHER));
        assertThat(told.getLast().done())
                .isEqualTo(BYTES.length + OTHER.length)
                .isEqualTo(told.getLast().total());
        assertThat(told).extracting(DownloadProgress::stage).contains(DownloadProgress.Stage.CHECK);
    }

    @Test
    void what_is_there_is_not_asked_for_again() throws IOException {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertThat(run(plain())).isEmpty();
        assertThat(shelf.requests()).hasSize(1);
    }

    @Test
    void a_connection_that_breaks_half_way_is_gone_on_with() throws IOException {
        shelf.will(Shelf.broken(BYTES, "\"1\"", 150_000), Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
        assertThat(shelf.requests().get(1)).containsKey("range").containsEntry("if-range", "\"1\"");
    }

    @Test
    void a_connection_that_falls_silent_is_broken_and_gone_on_with() throws IOException {
        shelf.will(Shelf.silent(BYTES, "\"1\"", 150_000, 60_000), Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_server_without_ranges_is_asked_for_all_of_it_again() throws IOException {
        shelf.will(Shelf.broken(BYTES, "\"1\"", 150_000), Shelf.whole(BYTES));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_file_that_changed_between_two_attempts_is_begun_again() throws IOException {
        shelf.will(Shelf.broken(BYTES, "\"1\"", 150_000), Shelf.file(OTHER, "\"2\""));
        run(plain());
        assertInstalled(OTHER);
    }

    @Test
    void without_anything_that_tells_whether_a_file_is_the_same_it_is_begun_again() throws IOException {
        shelf.will(Shelf.broken(BYTES, "W/\"1\"", 150_000), Shelf.file(OTHER, "W/\"1\""));
        run(plain());
        assertInstalled(OTHER);
        assertThat(shelf.requests().get(1)).doesNotContainKey("range");
    }

    @Test
    void a_part_of_another_range_than_asked_for_is_not_put_together() throws IOException {
        shelf.will(
                Shelf.broken(BYTES, "\"1\"", 150_000),
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 7-299999/300000");
                    exchange.sendResponseHeaders(206, BYTES.length - 7);
                    exchange.getResponseBody().write(BYTES, 7, BYTES.length - 7);
                },
                Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_connection_that_breaks_again_and_again_ends_in_a_sentence_and_keeps_what_came() throws IOException {
        shelf.will(Shelf.broken(BYTES, "\"1\"", 150_000));
        assertThatThrownBy(() -> run(plain()))
                .isInstanceOf(DownloadException.class)
                .hasMessage(
                        "the connection to 127.0.0.1 broke while a.bin was fetched; what came is kept, go on later");
        assertThat(part()).hasSize(150_000);
        assertThat(place()).doesNotExist();
        shelf.will(Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_whole_part_that_was_not_moved_is_checked_and_moved() throws IOException {
        shelf.will(Shelf.broken(BYTES, "\"1\"", 150_000));
        assertThatThrownBy(() -> run(plain())).isInstanceOf(DownloadException.class);
        Files.write(part(), BYTES);
        shelf.will(Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_wrong_hash_is_told_and_nothing_is_installed() throws Exception {
        shelf.will(Shelf.file(OTHER, "\"1\""));
        assertThatThrownBy(() -> run(download(file("a.bin", OTHER.length, sha256(BYTES)))))
                .isInstanceOf(DownloadException.class)
                .hasMessage("the file a.bin from 127.0.0.1 is not what it should be: its SHA-256 is another one; "
                        + "it was removed");
        assertThat(place().getParent().toFile().list()).isEmpty();
    }

    @Test
    void the_first_digits_of_a_hash_are_held_against_the_file_too() throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        run(download(file("a.bin", BYTES.length, sha256(BYTES).substring(0, 16))));
        assertInstalled(BYTES);
        assertThatThrownBy(() -> run(download(file("b.bin", BYTES.length, "0000000000000000"))))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void a_hash_that_the_place_states_is_held_against_the_file() {
        shelf.will(
                Shelf.redirect("/moved"),
                exchange -> {
                    exchange.getResponseHeaders().set("X-Linked-ETag", "\"" + "a".repeat(64) + "\"");
                    Shelf.redirect("/blob").answer(exchange);
                },
                Shelf.file(BYTES, "\"1\""));
        assertThatThrownBy(() -> run(plain()))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("SHA-256");
        assertThat(place()).doesNotExist();
    }

    @Test
    void a_file_of_another_size_than_listed_is_refused_before_it_is_fetched() {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        assertThatThrownBy(() -> run(download(file("a.bin", 743_000_000, ""))))
                .isInstanceOf(DownloadException.class)
                .hasMessage(
                        "the file a.bin at 127.0.0.1 has 300 kB where about 743 MB were expected: it is another file, and "
                                + "was not fetched");
        assertThat(part()).doesNotExist();
    }

    @Test
    void a_server_that_sends_less_than_it_promised_is_not_believed() {
        shelf.will(exchange -> {
            exchange.sendResponseHeaders(200, BYTES.length);
            exchange.getResponseBody().write(BYTES, 0, 1000);
            exchange.getResponseBody().flush();
        });
        assertThatThrownBy(() -> run(plain()))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("broke");
        assertThat(place()).doesNotExist();
    }

    @Test
    void more_than_the_disk_holds_is_not_begun() {
        assertThatThrownBy(() -> run(download(file("a.bin", 1L << 60, ""))))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("are free; nothing was fetched");
        assertThat(shelf.requests()).isEmpty();
        assertThat(place().getParent()).doesNotExist();
    }

    @Test
    void a_full_disk_is_told_in_a_sentence() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "/dev/full is not there");
        Files.createDirectories(part().getParent());
        Files.createSymbolicLink(part(), full);
        assertThatThrownBy(() -> PartFileWriting.append(place(), BYTES))
                .isInstanceOf(WriteException.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void a_place_that_cannot_be_written_is_told_at_once() throws IOException {
        Files.createDirectories(part());
        Files.writeString(part().resolve("in the way"), "");
        shelf.will(Shelf.file(BYTES, "\"1\""));
        assertThatThrownBy(() -> run(plain()))
                .isInstanceOf(WriteException.class)
                .hasMessageContaining("cannot write " + place());
        assertThat(shelf.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, TOKEN, does not give out a.bin without a token",
        "403, TOKEN, does not give out a.bin without a token",
        "404, NONE, the file a.bin is not at 127.0.0.1 any more (HTTP 404)",
        "410, NONE, the file a.bin is not at 127.0.0.1 any more",
        "418, NONE, the server 127.0.0.1 did not give out a.bin (HTTP 418)",
        "429, AGAIN, cannot give out a.bin at the moment",
        "500, AGAIN, cannot give out a.bin at the moment",
        "503, AGAIN, cannot give out a.bin at the moment"
    })
    void refusals_are_sentences(int status, DownloadException.Remedy remedy, String sentence) {
        shelf.will(Shelf.status(status));
        assertThatThrownBy(() -> run(plain()))
                .hasMessageContaining(sentence)
                .isInstanceOfSatisfying(
                        DownloadException.class, e -> assertThat(e.remedy()).isEqualTo(remedy));
        assertThat(shelf.requests()).hasSize(remedy == DownloadException.Remedy.AGAIN ? SHORT.attempts() : 1);
    }

    @Test
    void a_server_that_is_busy_for_a_moment_is_asked_again() throws IOException {
        shelf.will(Shelf.status(503), Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_redirect_to_an_address_without_encryption_is_refused() {
        shelf.will(Shelf.redirect("http://example.org/a.bin?signature=secret"));
        assertThatThrownBy(() -> run(plain()))
                .isInstanceOf(DownloadException.class)
                .hasMessage(
                        "the server 127.0.0.1 led to http://example.org/a.bin, which is not fetched from: only encrypted "
                                + "addresses (https) are");
    }

    @Test
    void redirects_without_end_are_left() {
        shelf.will(Shelf.redirect("/again"));
        assertThatThrownBy(() -> run(plain())).hasMessageContaining("without end");
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        Download download = plain();
        shelf.close();
        assertThatThrownBy(() -> run(download))
                .isInstanceOf(DownloadException.class)
                .hasMessage("the server 127.0.0.1 cannot be reached: check the connection, then go on");
        shelf = new Shelf();
    }

    @Test
    void a_stop_ends_it_though_nothing_comes_and_what_came_stays() throws IOException {
        shelf.will(Shelf.silent(BYTES, "\"1\"", 150_000, 60_000));
        Patience patient = new Patience(3, Duration.ofMillis(1), Duration.ofMinutes(1));
        Download download = new Download(
                new DownloadPlan(model(file("a.bin", BYTES.length, "")), root), Exchange.with(Access.NONE), patient);
        Thread stopper = Thread.ofVirtual().start(() -> {
            while (part().toFile().length() < 60_000) {
                Thread.onSpinWait();
                Thread.yield();
            }
            download.stop();
        });
        assertThatThrownBy(() -> run(download)).isInstanceOf(CancellationException.class);
        assertThat(stopper.isAlive()).isFalse();
        assertThat(part().toFile().length()).isBetween(60_000L, 150_000L);
        shelf.will(Shelf.file(BYTES, "\"1\""));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_file_that_another_window_fetches_is_left_to_it() throws IOException {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        PartFileWriting.held(
                place(),
                () -> assertThatThrownBy(() -> run(plain()))
                        .hasMessage("the file a.bin is being fetched by another window of the program"));
        run(plain());
        assertInstalled(BYTES);
    }

    @Test
    void a_token_goes_to_its_own_host_only() throws IOException {
        shelf.will(
                Shelf.redirect(shelf.address("blob").toString().replace("127.0.0.1", "localhost")),
                Shelf.file(BYTES, "\"1\""));
        run(download(new Access("127.0.0.1", "hf_secret"), file("a.bin", BYTES.length, "")));
        assertThat(shelf.requests().get(0)).containsEntry("authorization", "Bearer hf_secret");
        assertThat(shelf.requests().get(1)).doesNotContainKey("authorization");
    }
}
