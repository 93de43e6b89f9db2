package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.pipeline.layerdiffuse.LayerDiffuseProvider;
import org.layerloom.pipeline.layerdiffuse.TinyModels;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Every mode of LayerDiffuse and LayerFusion in the editor's session, with the tiny checkpoints.
@ExtendWith(ApplicationExtension.class)
final class TinyCheckpointsTest {
    private static final LayerId PHOTO = new LayerId(1);
    private static final LayerId FOX = new LayerId(2);

    private final List<Notice> notices = new ArrayList<>();

    @TempDir
    private Path models;

    @Test
    void every_mode_of_sdxl_puts_its_layers_into_the_stack_as_one_step() throws Exception {
        TinyModels.xl(models);
        runAllModes();
    }

    @Test
    void every_mode_of_sd_1_5_puts_its_layers_into_the_stack_as_one_step() throws Exception {
        TinyModels.sd15(models);
        runAllModes();
    }

    private void runAllModes() throws Exception {
        ModelCatalog catalog = new ModelCatalog(List.of(new LayerDiffuseProvider(List.of(models))), List.of(models));
        Editor editor = fx(() -> new Editor(page()));
        GenerationSession session = fx(() -> new GenerationSession(editor, catalog));
        session.setOnNotice(notices::add);
        until(() -> session.modelProperty().get() != null);
        List<Mode> modes = session.modelProperty().get().abilities().modes().keySet().stream()
                .filter(mode -> mode != Mode.LAYERS)
                .toList();
        assertThat(modes).hasSizeGreaterThan(3);
        for (Mode mode : modes) {
            fx(() -> {
                editor.open(page());
                editor.select(List.of(FOX));
                session.settings().stepsProperty().set(OptionalInt.of(2));
                session.modes().modeProperty().set(mode);
                session.generate();
                return null;
            });
            until(() -> !session.runningProperty().get());
            assertThat(notices).as(mode.word()).extracting(Notice::kind).doesNotContain(Notice.Kind.ERROR);
            assertThat(editor.history().entries()).as(mode.word()).hasSize(2);
            assertThat(added(editor.document()))
                    .as(mode.word())
                    .isEqualTo(mode.made().size() - kept(mode));
        }
        fx(() -> {
            session.close();
            return null;
        });
    }

    /// A background that is given is not made.
    private static int kept(Mode mode) {
        return mode == Mode.HARMONISE && mode.makes(Role.BACKGROUND) ? 1 : 0;
    }

    private static long added(Document document) {
        return document.layers().stream()
                .map(Layer::id)
                .filter(id -> !id.equals(PHOTO) && !id.equals(FOX))
                .count();
    }

    private static Document page() {
        return Document.blank(80, 64)
                .withPrompt("a red fox in the snow")
                .add(layer(PHOTO, new Rect(0, 0, 80, 64)))
                .add(layer(FOX, new Rect(10, 8, 30, 40)));
    }

    private static PixelLayer layer(LayerId id, Rect box) {
        LayerProps props = LayerProps.named(id, "layer " + id.value()).withPosition(box.x(), box.y());
        return new PixelLayer(props, Raster.filled(box.width(), box.height(), 0xFF000000 | id.value() * 0x335577));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> fx(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }
}
