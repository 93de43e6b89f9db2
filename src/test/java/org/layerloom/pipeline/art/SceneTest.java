package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.network.flux.TokenBox;

/// Requests are laid onto the model's canvas and pixels go both ways without moving.
class SceneTest {
    private static final CanvasRange RANGE = new CanvasRange(32, 256, 512);
    private static final Rect BOX = new Rect(40, 70, 50, 20);

    private static Scene scene(int width, int height, Fixed... fixed) {
        return scene(width, height, false, fixed);
    }

    private static Scene scene(int width, int height, boolean fitsBoxes, Fixed... fixed) {
        Target target = Target.of(new LayerId(1), BOX, "");
        return Scene.of(
                new GenerateRequest(
                        "m",
                        Mode.LAYERS,
                        width,
                        height,
                        "a cat",
                        "",
                        "",
                        List.of(target),
                        List.of(fixed),
                        Settings.seeded(1)),
                RANGE,
                32,
                fitsBoxes);
    }

    @ParameterizedTest
    @CsvSource({
        "512,512, 512,512",
        "256,512, 256,512",
        "500,300, 512,288",
        "1000,600, 512,320",
        "2000,10, 512,32",
        "64,64, 256,256",
        "300,300, 288,288",
        "8000,4000, 512,256"
    })
    void theNearestCanvasKeepsTheAspect(int width, int height, int fitWidth, int fitHeight) {
        assertThat(RANGE.fit(width, height)).isEqualTo(new CanvasRange.Size(fitWidth, fitHeight));
    }

    @ParameterizedTest
    @CsvSource({
        "512,512, 512,512, 1",
        "500,300, 512,320, 1",
        "257,511, 288,512, 1",
        "1000,600, 512,320, 0.512",
        "1024,10, 512,32, 0.5",
        "64,64, 256,256, 4",
    })
    void aPageOfAnySizeLiesOnACanvasOfWholeTokens(int width, int height, int padWidth, int padHeight, double scale) {
        CanvasRange.Padded padded = RANGE.pad(width, height);
        assertThat(padded.size()).isEqualTo(new CanvasRange.Size(padWidth, padHeight));
        assertThat(padded.scale()).isEqualTo(scale);
    }

    @Test
    void aPageThatIsNoMultipleOfATokenIsPaddedAndCutAgain() {
        Scene scene = scene(300, 270);
        assertThat(scene.size()).isEqualTo(new CanvasRange.Size(320, 288));
        assertThat(scene.isScaled()).isFalse();
        Rect page = new Rect(0, 0, 300, 270);
        int[] pixels = IntStream.range(0, 300 * 270).map(i -> 0xFF000000 | i).toArray();
        int[] placed = scene.place(Raster.of(300, 270, pixels), page, 1);
        assertThat(scene.cut(placed, 1, page)).isEqualTo(pixels);
        assertThat(placed[319]).as("the background goes on").isEqualTo(pixels[299]);
        assertThat(placed[287 * 320 + 319]).isEqualTo(pixels[300 * 270 - 1]);
        assertThat(scene.page(40, 36)).isEqualTo(new Rect(0, 0, 38, 34));
    }

    @Test
    void aSmallerWorkingSideScalesThePageAndBringsItsBoxesBack() {
        Target target = Target.of(new LayerId(1), BOX, "");
        GenerateRequest request = new GenerateRequest(
                "m", Mode.LAYERS, 512, 384, "a cat", "", "", List.of(target), List.of(), Settings.seeded(1));
        Scene scene = Scene.of(request.workingAt(300), RANGE, 32, false);
        assertThat(scene.size()).isEqualTo(new CanvasRange.Size(288, 224));
        assertThat(scene.across()).isEqualTo(288 / 512.0).isEqualTo(scene.down());
        Rect area = scene.area(Scene.FIRST_BOX);
        assertThat(scene.cut(new int[area.width() * area.height()], Scene.FIRST_BOX, BOX))
                .hasSize(BOX.width() * BOX.height());
        assertThat(Scene.of(request.workingAt(1), RANGE, 32, false).size())
                .as("never below the model's least")
                .isEqualTo(new CanvasRange.Size(256, 192));
    }

    @Test
    void boxesSnapOutwardToTokensAndCarryTheirPixels() {
        Scene scene = scene(256, 256);
        assertThat(scene.layout().box(0)).isEqualTo(new TokenBox(0, 0, 8, 8));
        assertThat(scene.layout().box(2)).isEqualTo(new TokenBox(1, 2, 2, 1));
        assertThat(scene.area(2)).isEqualTo(new Rect(32, 64, 64, 32));
        int[] pixels = IntStream.range(0, 1000).map(i -> 0xFF000000 | i).toArray();
        int[] placed = scene.place(Raster.of(50, 20, pixels), BOX, 2);
        assertThat(placed[0]).isZero();
        assertThat(placed[6 * 64 + 8]).isEqualTo(0xFF000000);
        assertThat(scene.cut(placed, 2, BOX)).isEqualTo(pixels);
        assertThat(scene.made()).containsExactly(true, true, true);
    }

    @Test
    void aModelThatFillsItsBoxesIsFittedIntoTheDrawnBox() {
        Raster given = Raster.filled(50, 20, -1);
        Scene scene = scene(256, 256, true, new Fixed(new LayerId(2), BOX, given, Fixed.Role.FOREGROUND));
        assertThat(scene.layout().box(2)).isEqualTo(new TokenBox(1, 2, 2, 1));
        int[] full = IntStream.generate(() -> 0xFF102030).limit(64 * 32).toArray();
        assertThat(scene.cut(full, 2, BOX)).hasSize(50 * 20).containsOnly(0xFF102030);
        assertThat(scene.place(Raster.filled(50, 20, 0xFF102030), BOX, 2)).isEqualTo(full);
        assertThat(Arrays.stream(scene.place(given, BOX, 3)).filter(p -> p == -1))
                .as("given layers keep their place")
                .hasSize(50 * 20);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,10,10, 0,0,2,2",
        "250,250,256,256, 6,6,2,2",
        "100,100,130,115, 3,3,2,1",
        "24,24,120,120, 1,1,3,3",
        "0,90,256,130, 0,3,8,1"
    })
    void theNearestTokensAreEnoughForAThingOrALineAndOnTheCanvas(
            int left, int top, int right, int bottom, int x, int y, int width, int height) {
        assertThat(TokenBox.nearest(left, top, right, bottom, 32, 256, 256))
                .isEqualTo(new TokenBox(x, y, width, height));
    }

    @ParameterizedTest
    @CsvSource({"192,256,192", "128,384,288", "64,512,416", "16,512,416", "400,256,192"})
    void theCanvasIsSoLargeThatTheTypicalBoxHasThreeTokens(int side, int width, int height) {
        List<Target> targets = List.of(
                Target.of(new LayerId(1), new Rect(0, 0, 512, 16), ""),
                Target.of(new LayerId(2), new Rect(0, 0, side, side), ""));
        GenerateRequest request = new GenerateRequest(
                "m", Mode.LAYERS, 512, 400, "a cat", "", "", targets, List.of(), Settings.seeded(1));
        Scene scene = Scene.of(request, RANGE, 32, true);
        assertThat(scene.size()).isEqualTo(new CanvasRange.Size(width, height));
    }

    @Test
    void givenLayersLieUnderTheTargetsAndForegroundsOver() {
        Raster clear = Raster.filled(50, 20, 0);
        Scene scene = scene(
                256,
                256,
                new Fixed(new LayerId(4), BOX, clear, Fixed.Role.FOREGROUND),
                new Fixed(new LayerId(3), BOX, clear, Fixed.Role.BACKGROUND),
                new Fixed(new LayerId(2), BOX, clear, Fixed.Role.LAYER));
        assertThat(scene.made()).containsExactly(true, false, false, true, false);
        assertThat(scene.slots().get(0).fixed().layer()).isEqualTo(new LayerId(2));
        assertThat(scene.slots().get(2).fixed().layer()).isEqualTo(new LayerId(4));
        Fixed outside = new Fixed(new LayerId(2), new Rect(300, 0, 50, 20), clear, Fixed.Role.LAYER);
        assertThatThrownBy(() -> scene(256, 256, outside))
                .hasMessage("the given layer 2 does not lie on the canvas of 256 x 256 px");
    }

    @Test
    void aGivenLayerMayHangOverTheCanvas() {
        Rect over = new Rect(-10, 250, 50, 20);
        Scene scene = scene(256, 256, new Fixed(new LayerId(2), over, Raster.filled(50, 20, -1), Fixed.Role.LAYER));
        int[] placed = scene.place(Raster.filled(50, 20, -1), over, 2);
        assertThat(Arrays.stream(placed).filter(p -> p == -1)).hasSize(40 * 6);
    }

    @Test
    void scaledPixelsKeepColourAndPlace() {
        Scene scene = scene(1024, 1024);
        Raster red = Raster.filled(50, 20, 0xFFFF0000);
        int[] placed = scene.place(red, BOX, 2);
        assertThat(Arrays.stream(placed).filter(p -> p != 0)).hasSize(25 * 10).containsOnly(0xFFFF0000);
        int[] cut = scene.cut(placed, 2, BOX);
        assertThat(cut[10 * 50 + 25]).isEqualTo(0xFFFF0000);
    }

    @Test
    void scalingKeepsColoursUnderSoftAlpha() {
        int[] half = {0x80FF0000, 0x00000000, 0x00000000, 0x80FF0000};
        int[] large = Resampling.scale(half, 2, 2, new Resampling.Window(0, 0, 2, 2), 8, 8);
        assertThat(Arrays.stream(large).filter(p -> p >>> 24 > 8).map(p -> p & 0xFFFFFF))
                .containsOnly(0xFF0000);
        int[] flat = IntStream.generate(() -> 0xFF102030).limit(49).toArray();
        assertThat(Resampling.scale(flat, 7, 7, new Resampling.Window(0.5, 1, 5, 5.5), 13, 3))
                .containsOnly(0xFF102030);
        assertThat(Resampling.scale(half, 2, 2, new Resampling.Window(0, 0, 2, 2), 2, 2))
                .isEqualTo(half);
    }
}
