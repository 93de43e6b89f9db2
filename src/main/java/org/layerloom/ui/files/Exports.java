package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import org.layerloom.codec.Loss;
import org.layerloom.codec.Origin;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Exports the window's document, whole or not at all, in the background, and says what the files could not hold.
/// Lives on the JavaFX thread.
public final class Exports {
    private static final Words WORDS = Words.of(Exports.class);

    private final Supplier<Document> document;
    private final Disk disk;
    private final ObservableValue<String> title;
    private FileQuestions questions;
    private Consumer<Notice> onNotice = notice -> {};

    /// @param document as it is now, all typing taken in
    /// @param title what files are called where the user has no other idea
    Exports(Supplier<Document> document, Disk disk, ObservableValue<String> title) {
        this.document = document;
        this.disk = disk;
        this.title = title;
    }

    void setQuestions(FileQuestions questions) {
        this.questions = questions;
    }

    void setOnNotice(Consumer<Notice> onNotice) {
        this.onNotice = onNotice;
    }

    /// Exports the picture as it is seen.
    public void png() {
        questions.target(FileKind.PNG, title.getValue()).ifPresent(target -> export(target, Exports::png));
    }

    /// Exports each layer as a PNG file, with the picture and a list of the layers, into a folder.
    public void pngSet() {
        questions
                .toSaveSet(WORDS.text("set.name", title.getValue()))
                .ifPresent(folder -> export(folder, Exports::pngSet));
    }

    /// Exports the layers for Photoshop and what reads its files.
    public void psd() {
        questions.target(FileKind.PSD, title.getValue()).ifPresent(target -> export(target, Exports::psd));
    }

    /// What writes an export; gives what the files could not hold.
    @FunctionalInterface
    private interface Exporting {
        Set<Loss> write(Document document, Path target) throws IOException;
    }

    private void export(Path target, Exporting exporting) {
        Document exported = document.get();
        disk.run(
                () -> {
                    Set<Loss> losses = exporting.write(exported, target);
                    return () -> onNotice.accept(Notice.done(report(target, losses)));
                },
                e -> onNotice.accept(
                        Notice.error(WORDS.text("not.exported", target.getFileName(), FileProblems.sentence(e)))));
    }

    /// The picture as it is seen: nothing of it is lost.
    private static Set<Loss> png(Document document, Path target) throws IOException {
        AtomicFiles.write(
                target,
                out -> PngWriter.write(
                        Compositor.flatten(document), PngWriter.Channels.RGBA, Origin.text(document), out));
        return Set.of();
    }

    private static Set<Loss> pngSet(Document document, Path folder) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            PngSet.write(document, files::create);
            files.commit();
        }
        return Loss.ofPngSet(document);
    }

    private static Set<Loss> psd(Document document, Path target) throws IOException {
        AtomicFiles.write(target, out -> PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, out));
        return Loss.ofPsd(document, Set.of(), false);
    }

    /// One sentence that it is done, and one for each loss.
    private static String report(Path target, Set<Loss> losses) {
        String done = WORDS.text("exported", target.getFileName());
        return losses.isEmpty()
                ? done
                : losses.stream().sorted().map(Loss::sentence).collect(Collectors.joining(" ", done + ". ", ""));
    }
}
