package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Loss;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.codec.export.Exporter;
import org.layerloom.files.AtomicFiles;

/// Where exports go: one file, or a folder. What is there is not written over unless that is wanted, and nothing is
/// written twice.
final class ExportTarget {
    private final Path out;
    private final boolean file;
    private final boolean force;
    private final Set<Path> written = new HashSet<>();

    /// @param file whether `out` is the one file; else the folder
    ExportTarget(Path out, boolean file, boolean force) {
        this.out = AtomicFiles.behindLinks(out.toAbsolutePath().normalize());
        this.file = file;
        this.force = force;
    }

    /// Writes all that is ordered of one document, or nothing.
    ///
    /// @return what the files cannot hold, and those of which formats
    Map<Loss, Set<ExportFormat>> write(ExportSource source, List<ExportOrder> orders, WriteProgress progress)
            throws IOException, BadInputException {
        Map<Loss, Set<ExportFormat>> losses = new EnumMap<>(Loss.class);
        Set<Path> now = new HashSet<>();
        try (AtomicFiles files = AtomicFiles.in(file ? out.getParent() : out)) {
            for (ExportOrder order : orders) {
                FileSet set = name -> {
                    Path target = target(place(source, order, name));
                    now.add(target);
                    return files.create(
                            (file ? out.getParent() : out).relativize(target).toString());
                };
                for (Loss loss : Exporter.write(source, order, progress, set)) {
                    losses.computeIfAbsent(loss, first -> EnumSet.noneOf(ExportFormat.class))
                            .add(order.format());
                }
            }
            progress.at(1);
            files.commit();
        } catch (Taken e) {
            throw new BadInputException(e.getMessage(), e);
        }
        written.addAll(now);
        return losses;
    }

    /// A set has a folder of its own, called as a file would be, with the format's name where nothing else tells.
    private static String place(ExportSource source, ExportOrder order, String name) {
        if (!order.format().isSet()) {
            return name;
        }
        ExportFormat format = order.format();
        return order.fileName(
                        source.name(),
                        source.document().width(),
                        source.document().height()) + "-" + format.id() + "/" + name;
    }

    private Path target(String name) throws Taken {
        Path target = file ? out : out.resolve(name).normalize();
        if (written.contains(target)) {
            throw new Taken(
                    target
                            + " was written for another file just now: say with --names what files are called, or take another folder");
        }
        if (!force && Files.exists(target)) {
            throw new Taken(target + " is there already: --force writes over it");
        }
        return target;
    }

    /// A file that must not be written.
    private static final class Taken extends IOException {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(message);
        }
    }
}
