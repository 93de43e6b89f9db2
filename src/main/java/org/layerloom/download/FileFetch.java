package org.layerloom.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.layerloom.files.FileHold;
import org.layerloom.files.PartFile;
import org.layerloom.files.Sha256;
import org.layerloom.files.WriteException;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// Brings one file to its place: goes on where an earlier attempt ended, and puts it there only when it is whole.
///
/// @param target the file's place
record FileFetch(RemoteFile file, Path target, Exchange exchange, Patience patience, Stop stop, Tally tally) {
    private static final Words WORDS = Words.of(FileFetch.class);
    private static final int CHUNK_BYTES = 1 << 16;
    /// The list's sizes are rounded; what is further off is another file.
    private static final double SIZE_TOLERANCE = 0.1;

    private static final long SIZE_SLACK_BYTES = 1 << 14;

    /// What a part is of, as it is noted beside it.
    private record Origin(String address, String version, String sha256) {
        static Origin read(PartFile part) {
            List<String> lines = part.origin();
            return lines.size() < 2
                    ? new Origin("", "", "")
                    : new Origin(lines.get(0), lines.get(1), lines.size() > 2 ? lines.get(2) : "");
        }

        List<String> lines() {
            return List.of(address, version, sha256);
        }
    }

    /// Fetches it.
    ///
    /// @return its SHA-256
    /// @throws CancellationException when it was stopped; what came stays
    /// @throws DownloadException where it is not to be had, or is another file than it should be
    /// @throws WriteException where there is no room for it, or no right to write it
    String run() throws IOException {
        PartFile part = new PartFile(target);
        try (FileHold hold = part.hold().orElseThrow(() -> new DownloadException(WORDS.text("held", file.name())))) {
            try {
                attempts(part);
                String sha256 = verified(part);
                part.install();
                return sha256;
            } finally {
                hold.remove();
            }
        }
    }

    private void attempts(PartFile part) throws IOException {
        int failures = 0;
        while (true) {
            long before = part.length();
            DownloadException problem;
            try {
                if (attempt(part)) {
                    return;
                }
                problem = broken(null);
            } catch (WriteException e) {
                throw e;
            } catch (DownloadException e) {
                problem = e;
            } catch (IOException e) {
                stop.check();
                problem = broken(e);
            }
            failures = part.length() > before ? 1 : failures + 1;
            if (problem.remedy() != DownloadException.Remedy.AGAIN || failures >= patience.attempts()) {
                throw problem;
            }
            tally.stage(DownloadProgress.Stage.WAIT);
            pause(failures);
            tally.stage(DownloadProgress.Stage.FETCH);
        }
    }

    private DownloadException broken(IOException cause) {
        String host = file.address().getHost();
        return new DownloadException(WORDS.text("broken", host, file.name()), DownloadException.Remedy.AGAIN, cause);
    }

    private void pause(int failures) {
        long end = System.nanoTime() + patience.before(failures).toNanos();
        while (System.nanoTime() < end) {
            stop.check();
            try {
                Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /// @return whether the whole file is there
    private boolean attempt(PartFile part) throws IOException {
        Origin origin = Origin.read(part);
        boolean goesOn = origin.address().equals(file.address().toString())
                && !origin.version().isBlank()
                && !isOther(origin.sha256());
        long from = goesOn ? part.length() : 0;
        try (Answer answer = exchange.get(file.address(), from, origin.version(), stop)) {
            boolean same = answer.sha256().equals(origin.sha256());
            if (answer.status() == Answer.NO_SUCH_RANGE) {
                return isWhole(answer, from, same) || restart(part);
            }
            boolean resumes = answer.status() == Answer.PARTIAL;
            if (resumes && (answer.start() != from || !same)) {
                return restart(part);
            }
            requireSize(answer.total());
            Origin now = new Origin(file.address().toString(), answer.version(), answer.sha256());
            try (OutputStream out = resumes ? part.append() : part.begin(now.lines())) {
                copy(answer, out, resumes ? from : 0);
            }
            return answer.total().isEmpty() || part.length() == answer.total().getAsLong();
        }
    }

    /// Whether a server that has nothing after `from` says that this is the end.
    private static boolean isWhole(Answer answer, long from, boolean same) {
        String range = answer.headers().firstValue("Content-Range").orElse("");
        return same && from > 0 && range.equals("bytes */" + from);
    }

    /// What came is of no use any more.
    ///
    /// @return false: nothing is there
    private static boolean restart(PartFile part) throws IOException {
        part.discard();
        return false;
    }

    private boolean isOther(String stated) {
        return !stated.isEmpty() && !stated.startsWith(file.sha256());
    }

    private void requireSize(OptionalLong told) throws IOException {
        if (told.isPresent()) {
            long bytes = told.getAsLong();
            long off = Math.abs(bytes - file.bytes());
            if (file.bytes() > 0 && off > file.bytes() * SIZE_TOLERANCE + SIZE_SLACK_BYTES) {
                throw new DownloadException(WORDS.text(
                        "size", file.name(), file.address().getHost(), ByteText.of(bytes), ByteText.of(file.bytes())));
            }
            Space.require(target, bytes - new PartFile(target).length());
            tally.size(bytes);
        }
    }

    private void copy(Answer answer, OutputStream out, long from) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long length = from;
        stop.reading(answer.body());
        try (InputStream body = answer.body();
                Silence silence = new Silence(patience.silence(), stop::closeOpen)) {
            tally.at(length);
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                stop.check();
                silence.heard();
                out.write(chunk, 0, n);
                length += n;
                tally.at(length);
            }
        }
        stop.check();
    }

    /// The hash of what came, held against what is known of the file, and against what its place states.
    private String verified(PartFile part) throws IOException {
        requireSize(OptionalLong.of(part.length()));
        tally.stage(DownloadProgress.Stage.CHECK);
        String stated = Origin.read(part).sha256();
        String sha256 = Sha256.of(part.part(), read -> stop.check());
        if (!sha256.startsWith(file.sha256()) || !sha256.startsWith(stated)) {
            part.discard();
            throw new DownloadException(
                    WORDS.text("hash", file.name(), file.address().getHost()));
        }
        return sha256;
    }

    boolean isThere() {
        return Files.isRegularFile(target);
    }

    /// Bytes of it that are there.
    long there() throws IOException {
        return isThere() ? Files.size(target) : new PartFile(target).length();
    }
}
