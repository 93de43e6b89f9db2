package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Opened;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.document.Document;

/// A program that is killed while it saves, or keeps what is unsaved, leaves whole documents, and none that is older
/// than the last one that it told of.
class KilledSaveTest {
    /// Programs that are killed at the same time.
    private static final int AT_ONCE = 2;
    private static final int LONGEST_MS = 100;

    @TempDir
    Path folder;

    @Test
    void whole_documents_are_there_after_fifty_kills() throws Exception {
        kill(50);
    }

    @Test
    @Tag("nightly")
    void whole_documents_are_there_after_a_thousand_kills() throws Exception {
        kill(1000);
    }

    private void kill(int times) throws Exception {
        KillableProgram program = new KillableProgram(folder);
        List<Throwable> failures = new ArrayList<>();
        IntStream.range(0, AT_ONCE).parallel().forEach(lane -> {
            try {
                kill(times / AT_ONCE, folder.resolve("lane" + lane), program, new Random(lane));
            } catch (IOException | InterruptedException | AssertionError e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    private static void kill(int times, Path folder, KillableProgram program, Random random)
            throws IOException, InterruptedException {
        for (int kill = 0; kill < times; kill++) {
            Process saving = program.start(folder);
            int kept = 0;
            int saved = 0;
            try (BufferedReader told = saving.inputReader()) {
                String line = told.readLine();
                assertThat(line).as("first word").isNotNull();
                assertThat(saving.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS))
                        .as("ended by itself")
                        .isFalse();
                saving.toHandle().destroyForcibly(); // the process itself would close what it told
                saving.waitFor();
                for (; line != null; line = told.readLine()) {
                    String[] words = line.split(" ");
                    if (words.length == 2 && words[0].equals("kept")) {
                        kept = Integer.parseInt(words[1]);
                    } else if (words.length == 2 && words[0].equals("saved")) {
                        saved = Integer.parseInt(words[1]);
                    }
                }
            }
            check(folder, kept, saved);
        }
    }

    private static void check(Path folder, int kept, int saved) throws IOException {
        RecoverySlot slot = RecoverySlot.take(KillableProgram.slot(folder)).orElseThrow();
        assertWhole(slot.read().opened(), kept);
        slot.release();
        if (saved > 0) {
            assertWhole(
                    ProjectReader.read(KnownFile.of(KillableProgram.file(folder)), WriteProgress.UNHEARD)
                            .opened(),
                    saved);
        }
    }

    /// At most the change that was being written is missing: a last word may be cut off when a program is killed.
    private static void assertWhole(Opened opened, int told) {
        Document design = opened.document();
        assertThat(opened.notes()).isEmpty();
        assertThat(design).isEqualTo(SavingProgram.design(SavingProgram.number(design)));
        assertThat(SavingProgram.number(design)).isGreaterThanOrEqualTo(told);
    }
}
