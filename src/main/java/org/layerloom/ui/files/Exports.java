package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Loss;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.codec.export.Exporter;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Exports the window's document, whole or not at all, in the background, and says what the files could not hold.
/// Lives on the JavaFX thread.
public final class Exports {
    private static final Words WORDS = Words.of(Exports.class);

    private final Editor editor;
    private final Supplier<Document> document;
    private final Disk disk;
    private final ObservableValue<String> title;
    private final Told told;
    private final FileProgress progress = new FileProgress();
    private Optional<Consumer<Path>> showFolder = Optional.empty();

    /// @param document as it is now, all typing taken in
    /// @param title what files are called where the user has no other idea
    Exports(Editor editor, Supplier<Document> document, Disk disk, ObservableValue<String> title, Told told) {
        this.editor = editor;
        this.document = document;
        this.disk = disk;
        this.title = title;
        this.told = told;
    }

    /// Who shows a folder in the system's own program for files.
    public void setShowFolder(Consumer<Path> showFolder) {
        this.showFolder = Optional.of(showFolder);
    }

    /// How far an export is, 0..1; negative while none goes on.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.shareProperty();
    }

    /// Stops the export that goes on; nothing of it stays.
    public void cancel() {
        progress.cancel();
    }

    /// Exports the picture as it is seen.
    public void png() {
        export(List.of(new ExportOrder(ExportFormat.PNG)));
    }

    /// Exports each layer as a PNG file, with the picture and a list of the layers, into a folder.
    public void pngSet() {
        export(List.of(new ExportOrder(ExportFormat.PNG_SET)));
    }

    /// Exports the layers for Photoshop and what reads its files.
    public void psd() {
        export(List.of(new ExportOrder(ExportFormat.PSD)));
    }

    /// What would be exported now.
    public ExportSource source() {
        return new ExportSource(document.get(), title.getValue(), new HashSet<>(editor.selected()));
    }

    /// Asks where to, and exports: one file to where it is to lie, several and sets into a folder.
    public void export(List<ExportOrder> orders) {
        ExportSource source = source();
        boolean one = orders.size() == 1 && !orders.getFirst().format().isSet();
        Optional<Path> target = one ? file(source, orders.getFirst()) : folder(source, orders);
        target.ifPresent(place -> run(
                place,
                heard -> one ? file(source, orders.getFirst(), heard, place) : folder(source, orders, heard, place)));
    }

    private static String name(ExportSource source, ExportOrder order) {
        return order.fileName(
                source.name(), source.document().width(), source.document().height());
    }

    private Optional<Path> file(ExportSource source, ExportOrder order) {
        ExportFormat format = order.format();
        return told.questions
                .toExport(format.title(), format.ending(), name(source, order))
                .flatMap(chosen -> {
                    String called = chosen.getFileName().toString();
                    Path named = ExportFormat.ofFile(called).equals(Optional.of(format))
                            ? chosen
                            : chosen.resolveSibling(called + "." + format.ending());
                    // The chooser asked about the name that was typed, not about the one with the ending.
                    boolean free = named.equals(chosen) || !Files.exists(named) || told.questions.mayReplace(named);
                    return free ? Optional.of(named) : Optional.empty();
                });
    }

    private Optional<Path> folder(ExportSource source, List<ExportOrder> orders) {
        return told.questions
                .toSaveSet(WORDS.text("set.name", source.name()))
                .filter(folder -> orders.stream()
                        .filter(order -> !order.format().isSet())
                        .map(order -> folder.resolve(name(source, order)))
                        .filter(Files::exists)
                        .allMatch(told.questions::mayReplace));
    }

    /// What writes an export; gives what the files could not hold.
    @FunctionalInterface
    private interface Writing {
        Set<Loss> with(WriteProgress progress) throws IOException;
    }

    private void run(Path target, Writing writing) {
        WriteProgress heard = progress.begin();
        disk.run(
                () -> {
                    Set<Loss> losses = writing.with(heard);
                    return () -> {
                        progress.end();
                        told.notices.accept(done(target, losses));
                    };
                },
                e -> {
                    progress.end();
                    told.notices.accept(
                            e instanceof CancellationException
                                    ? Notice.done(WORDS.text("export.cancelled", target.getFileName()))
                                    : Told.failure("not.exported", target, e));
                });
    }

    private static Set<Loss> file(ExportSource source, ExportOrder order, WriteProgress heard, Path target)
            throws IOException {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        AtomicFiles.write(target, out -> losses.addAll(Exporter.write(source, order, heard, out)));
        return losses;
    }

    private static Set<Loss> folder(ExportSource source, List<ExportOrder> orders, WriteProgress heard, Path folder)
            throws IOException {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            for (int i = 0; i < orders.size(); i++) {
                double before = i;
                ExportOrder order = orders.get(i);
                boolean inside = order.format().isSet() && orders.size() > 1;
                FileSet set = inside ? name -> files.create(order.format().id() + "/" + name) : files::create;
                losses.addAll(Exporter.write(source, order, share -> heard.at((before + share) / orders.size()), set));
            }
            heard.at(1);
            files.commit();
        }
        return losses;
    }

    /// That it is done, and what the files could not hold: a sentence, or a report where there are more.
    private Notice done(Path target, Set<Loss> losses) {
        String done = WORDS.text("exported", target.getFileName());
        List<String> sentences = losses.stream().sorted().map(Loss::sentence).toList();
        if (sentences.size() > 1) {
            return told.report(
                    Notice.done(WORDS.text("exported.different", target.getFileName(), sentences.size())),
                    WORDS.text("report.exported", target.getFileName()),
                    sentences);
        }
        Notice notice = Notice.done(sentences.isEmpty() ? done : done + ". " + sentences.getFirst());
        Path place =
                Files.isDirectory(target) ? target : target.toAbsolutePath().getParent();
        return showFolder
                .map(show -> notice.offering(WORDS.text("show.folder"), () -> show.accept(place)))
                .orElse(notice);
    }
}
