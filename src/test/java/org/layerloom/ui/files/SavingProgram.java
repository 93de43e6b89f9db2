package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.project.Written;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;

/// A program that does nothing but save, so that it can be killed: changes a design again and again, keeps each state
/// in its slot as a window's clock does, and saves every third to the project's file. Tells each when it is done.
final class SavingProgram {
    private static final int LAYERS = 3;

    private SavingProgram() {}

    /// The design after so many changes: each gives one layer another picture.
    static Document design(int number) {
        Document design = Document.blank(96, 64).withPrompt("change " + number);
        for (int id = 1; id <= LAYERS; id++) {
            int changed = (number + id) / LAYERS;
            design = design.add(new PixelLayer(Samples.props(id, "noise", id, 0), Pictures.random(64, 48, changed)));
        }
        return design;
    }

    /// The number of changes that a design has seen.
    static int number(Document design) {
        return Integer.parseInt(design.prompt().substring("change ".length()));
    }

    /// The next design, which shares what is unchanged, as an edit in a window does.
    private static Document next(Document before, int number) {
        Document next = design(number);
        for (int id = 1; id <= LAYERS; id++) {
            LayerId layer = new LayerId(id);
            Raster old = raster(before, id);
            if (old.equals(raster(next, id))) {
                next = next.with(layer, now -> new PixelLayer(now.props(), old));
            }
        }
        return next;
    }

    private static Raster raster(Document design, int id) {
        return ((PixelLayer) design.layers().get(id - 1)).raster();
    }

    /// @param args the project's file, the folder of the slot, how many changes; 0 = until it is killed
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        RecoverySlot slot = RecoverySlot.take(Path.of(args[1])).orElseThrow();
        Document design = slot.hasWork() ? slot.read().opened().document() : design(0);
        PackedPictures packed = PackedPictures.NONE;
        int most = Integer.parseInt(args[2]);
        for (int done = 0; most == 0 || done < most; done++) {
            int number = number(design) + 1;
            design = next(design, number);
            Document now = design;
            KeptWork about = new KeptWork("Design", Optional.of(file), FileState.of(file), Instant.now());
            slot.write(now, about, Carried.NOTHING, packed);
            System.out.println("kept " + number);
            if (number % 3 == 0) {
                PackedPictures known = packed;
                Written[] written = new Written[1];
                AtomicFiles.write(
                        file,
                        out -> written[0] =
                                ProjectWriter.write(now, Carried.NOTHING, known, WriteProgress.UNHEARD, out));
                packed = written[0].in(KnownFile.of(file));
                System.out.println("saved " + number);
            }
        }
    }
}
