package org.layerloom.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.ModelRoots;
import picocli.CommandLine.Command;

/// `models`: which models are at hand, the default first.
@Command(name = "models", description = "Lists the models at hand; the first one is the default.")
final class ModelsCommand implements Callable<Integer> {
    private final ModelCatalog catalog;
    private final Terminal terminal;

    ModelsCommand(ModelCatalog catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ModelException {
        List<ModelEntry> models = catalog.models();
        if (models.isEmpty()) {
            throw new ModelException("no model was found in " + catalog.roots() + "; set " + ModelRoots.VARIABLE
                    + " to a folder that holds one");
        }
        for (ModelEntry entry : models) {
            terminal.out().println(entry.id() + "\t" + entry.title() + "\t" + entry.folder());
        }
        return ExitCode.DONE;
    }
}
