package org.layerloom.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Fetches the files of a model, one after the other. The same download started again goes on where it ended,
/// whatever ended it.
public final class Download {
    private final DownloadPlan plan;
    private final Exchange exchange;
    private final Patience patience;
    private final Stop stop = new Stop();

    /// @param access for a place that asks who one is
    public Download(DownloadPlan plan, Access access) {
        this(plan, Exchange.with(access), Patience.USUAL);
    }

    Download(DownloadPlan plan, Exchange exchange, Patience patience) {
        this.plan = plan;
        this.exchange = exchange;
        this.patience = patience;
    }

    public DownloadPlan plan() {
        return plan;
    }

    /// Ends it within moments; from any thread. What came stays, to be gone on with.
    public void stop() {
        stop.request();
    }

    /// Fetches what is missing; waits until all is there.
    ///
    /// @param told hears how far it is, a few times a second, in this thread
    /// @return the SHA-256 of each file that was fetched
    /// @throws CancellationException when it was stopped
    /// @throws DownloadException where a file is not to be had, is another one than it should be, or has no room
    /// @throws org.layerloom.files.WriteException where it cannot be written
    public Map<Path, String> run(Consumer<DownloadProgress> told) throws IOException {
        List<RemoteFile> files = plan.model().files();
        Space.require(plan.folder(), plan.left());
        Map<Path, String> hashes = new LinkedHashMap<>();
        Tally tally = new Tally(files, told, System::nanoTime);
        for (int i = 0; i < files.size(); i++) {
            RemoteFile file = files.get(i);
            FileFetch fetch = new FileFetch(file, plan.place(file), exchange, patience, stop, tally);
            stop.check();
            tally.begin(i, file.name(), fetch.there());
            if (!fetch.isThere()) {
                hashes.put(fetch.target(), fetch.run());
            }
            tally.end(fetch.there());
        }
        return hashes;
    }
}
