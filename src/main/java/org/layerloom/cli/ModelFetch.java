package org.layerloom.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.layerloom.download.Access;
import org.layerloom.download.Download;
import org.layerloom.download.DownloadException;
import org.layerloom.download.DownloadPlan;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.words.ByteText;

/// What `models` says of published checkpoints, and how it fetches one: never without having said what, and never
/// without a yes.
///
/// @param console who can be asked; empty where the program is run by another
/// @param hashes  records the hashes of what comes
record ModelFetch(
        KnownModels known, Terminal terminal, Cancellation cancellation, Optional<Console> console, HashBook hashes) {
    /// A line for each model that the program knows of, and what is to be known of it.
    void list() {
        for (KnownModel model : known.models()) {
            String size = model.isOffered() ? ByteText.of(model.bytes()) : "not offered";
            terminal.out().println(model.id() + "\t" + model.title() + "\t" + size + "\t" + model.page());
            terminal.out().println("  " + model.about());
            terminal.out().println("  " + model.terms());
            if (!model.needs().isEmpty()) {
                terminal.out().println("  goes with " + String.join(", ", model.needs()));
            }
        }
    }

    /// Fetches a model.
    ///
    /// @param root the folder of models that it goes to
    /// @param agreed whether the user said yes before
    /// @param access the user's token
    /// @return the exit code
    int fetch(String id, Path root, boolean agreed, Access access) throws IOException, BadInputException {
        DownloadPlan plan = new DownloadPlan(offered(id), root);
        if (plan.missing().isEmpty()) {
            terminal.out().println(plan.model().title() + " is there already: " + plan.folder());
            return ExitCode.DONE;
        }
        terminal.out().println(plan.model().title() + " (" + plan.model().page() + ")");
        plan.statement().forEach(terminal.out()::println);
        requireYes(agreed);
        Download download = new Download(plan, access);
        cancellation.whenRequested(download::stop);
        try (DownloadLines lines = new DownloadLines(terminal, System::nanoTime)) {
            Map<Path, String> fetched = download.run(lines::tell);
            record(fetched);
            fetched.forEach((file, sha256) -> terminal.out().println(sha256 + "  " + file));
            return ExitCode.DONE;
        } catch (CancellationException e) {
            terminal.err().println("layerloom: stopped; what came is kept, and the same command goes on with it");
            return ExitCode.CANCELLED;
        } catch (DownloadException e) {
            if (e.remedy() == DownloadException.Remedy.TOKEN) {
                throw new IOException(e.getMessage() + "; set " + Access.VARIABLE + " to a token", e);
            }
            throw e;
        }
    }

    /// The files are whole and at their places, whether their hashes can be kept or not.
    private void record(Map<Path, String> fetched) {
        try {
            hashes.record(fetched, Instant.now());
        } catch (IOException e) {
            terminal.err().println("Note: the hashes were not recorded: " + ReadFailure.reason(e));
        }
    }

    private KnownModel offered(String id) throws BadInputException {
        KnownModel model = known.find(id)
                .orElseThrow(() -> new BadInputException("no published model " + id + " is known; known are "
                        + known.models().stream().map(KnownModel::id).toList()));
        if (!model.isOffered()) {
            throw new BadInputException(model.title() + " cannot be fetched: " + model.about());
        }
        return model;
    }

    private void requireYes(boolean agreed) throws IOException, BadInputException {
        if (agreed) {
            return;
        }
        if (console.isEmpty()) {
            throw new BadInputException("nothing was fetched: say --yes to agree");
        }
        Console asked = console.get();
        String answer = new Typed(cancellation).read(() -> asked.readLine("Fetch it? [y/N] "));
        if (answer == null || !List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new CancellationException();
        }
    }
}
