package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.document.Raster;
import org.layerloom.pipeline.layerdiffuse.LayerDiffuseProvider;
import org.layerloom.pipeline.layerdiffuse.TinyModels;

/// `generate` with the tiny checkpoints of Stable Diffusion: every mode from its arguments to its layers.
final class LayerDiffuseCommandTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 64;
    private static final String PAGE =
            "{\"prompt\": \"a red fox in the snow\", \"width\": 80, \"height\": 64, \"regions\": %s}";
    private static final String BOX =
            "[{\"x\": 10, \"y\": 4, \"width\": 40, \"height\": 50, \"prompt\": \"a red fox\"}]";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder, new LayerDiffuseProvider(List.of()));
    }

    private Path picture(String name, boolean opaque) throws IOException {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (opaque ? 255 : i * 13 % 256) << 24 | i * 77_777 & 0xFFFFFF;
        }
        Path file = folder.resolve(name);
        return write(file, Raster.of(WIDTH, HEIGHT, argb));
    }

    private static Path write(Path file, Raster raster) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(raster, PngWriter.Channels.RGBA, Map.of(), out);
        }
        return file;
    }

    private Object[] arguments(Path model, String mode, String given) throws IOException {
        boolean boxes = !mode.endsWith("to-blend") && !mode.endsWith("to-background");
        List<Object> arguments = new ArrayList<>(List.of(
                "generate",
                shell.file("layout.json", PAGE.formatted(boxes ? BOX : "[]")),
                "--out",
                shell.path("out"),
                "--model",
                model,
                "--mode",
                mode,
                "--steps",
                2,
                "--seed",
                3));
        for (String role : given == null ? new String[0] : given.split(" ")) {
            arguments.add("--" + role);
            arguments.add(picture(role + ".png", !role.equals("foreground")));
        }
        return arguments.toArray();
    }

    /// Names of the layers, bottom first; each must lie on the page.
    private List<String> layers() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(shell.path("out/manifest.json").toFile());
        List<String> names = new ArrayList<>();
        for (JsonNode layer : manifest.get("layers")) {
            names.add(layer.get("name").asText());
            assertThat(layer.get("x").asInt() + layer.get("width").asInt()).isLessThanOrEqualTo(WIDTH);
            assertThat(layer.get("y").asInt() + layer.get("height").asInt()).isLessThanOrEqualTo(HEIGHT);
            assertThat(layer.get("width").asInt()).isPositive();
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "layers,,                                            Background; a red fox",
        "layers,                   background,               Background; a red fox",
        "foreground,,                                        a red fox",
        "foreground-to-blend,      foreground,               Foreground; Blend",
        "background-to-blend,      background,               Background; Blend",
        "blend-to-background,      foreground blend,         Background; Foreground",
        "blend-to-foreground,      background blend,         Background; a red fox",
        "foreground-to-background, foreground,               Background; Foreground; Blend",
        "background-to-foreground, background,               Background; a red fox; Blend",
        "harmonise,,                                         Background; a red fox; Blend"
    })
    void xl_makes_the_layers_of_every_mode(String mode, String given, String expected) throws IOException {
        Path model = TinyModels.xl(folder);
        assertThat(shell.run(arguments(model, mode, given))).as(shell.err()).isZero();
        assertThat(layers()).containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "layers,,                                    Background; a red fox",
        "foreground,,                                a red fox",
        "joint,,                                     Background; a red fox; Blend",
        "foreground-to-background, foreground,       Background; Foreground; Blend",
        "background-to-foreground, background,       Background; a red fox; Blend"
    })
    void sd15_makes_the_layers_of_every_mode(String mode, String given, String expected) throws IOException {
        Path model = TinyModels.sd15(folder);
        assertThat(shell.run(arguments(model, mode, given))).as(shell.err()).isZero();
        assertThat(layers()).containsExactly(expected.split("; "));
    }

    @Test
    void samplers_loras_and_a_start_are_taken() throws IOException {
        Path model = TinyModels.xl(folder);
        Path lora = model.resolve("layerdiffuse/ld_diffusers_sdxl_attn.safetensors");
        Object[] more = {
            "--sampler",
            "euler a",
            "--lora",
            lora + ":0.5",
            "--patch-strength",
            0.8,
            "--stop-at",
            0.7,
            "--negative",
            "bad",
            "--background-prompt",
            "snow"
        };
        Object[] all = Stream.concat(Stream.of(arguments(model, "foreground", null)), Stream.of(more))
                .toArray();
        assertThat(shell.run(all)).as(shell.err()).isZero();
        assertThat(layers()).containsExactly("a red fox");
    }

    @Test
    void what_cannot_be_is_said_in_one_sentence() throws IOException {
        Path model = TinyModels.xl(folder);
        assertRefused(
                ExitCode.BAD_INPUT,
                "--mode: there is no mode paint; the modes are layers, foreground",
                arguments(model, "paint", null));
        assertRefused(
                ExitCode.BAD_INPUT,
                "foreground-to-blend needs a layer as the foreground, and none is given",
                arguments(model, "foreground-to-blend", null));
        assertRefused(ExitCode.BAD_INPUT, "has no mode joint", arguments(model, "joint", null));
        Files.delete(model.resolve("layerdiffuse/layer_xl_bg2ble.safetensors"));
        assertRefused(
                ExitCode.NO_MODEL,
                "the file layer_xl_bg2ble.safetensors of LayerDiffuse is missing: it would go to "
                        + model.resolve("layerdiffuse"),
                arguments(model, "background-to-blend", "background"));
        Path small = folder.resolve("small.png");
        write(small, Raster.filled(8, 8, -1));
        Object[] control = Stream.concat(
                        Stream.of(arguments(model, "foreground", null)), Stream.of("--control", "canny:" + small))
                .toArray();
        assertRefused(ExitCode.BAD_INPUT, "has 8 x 8 px, but the page has 80 x 64", control);
    }

    @Test
    void a_patch_for_the_other_model_is_refused_by_its_name() throws IOException {
        Path model = TinyModels.xl(folder);
        Path files = model.resolve("layerdiffuse");
        Path lora = files.resolve("layer_xl_transparent_attn.safetensors");
        Path other = TinyModels.sd15(folder);
        Object[] all = Stream.concat(Stream.of(arguments(other, "foreground", null)), Stream.of("--lora", lora))
                .toArray();
        assertRefused(ExitCode.NO_MODEL, "the patch " + lora + " is for another kind of model", all);
    }

    private void assertRefused(int code, String sentence, Object... arguments) throws IOException {
        assertThat(shell.run(arguments)).as(shell.err()).isEqualTo(code);
        assertThat(shell.err()).contains(sentence);
        assertThat(shell.err().lines().filter(line -> line.startsWith("layerloom: ")))
                .hasSize(1);
        assertThat(shell.files("out")).isEmpty();
    }

    @Test
    void models_says_what_each_can_do_and_what_it_lacks() throws IOException {
        Path model = TinyModels.xl(folder.resolve("models"));
        Files.delete(model.resolve("layerdiffuse/layer_xl_fg2ble.safetensors"));
        assertThat(shell.run("models")).isZero();
        assertThat(shell.out().lines())
                .contains(
                        "  LayerDiffuse SDXL, best at 64 px; modes: layers, foreground, background-to-blend,"
                                + " blend-to-background, blend-to-foreground, background-to-foreground, harmonise",
                        "  foreground-to-blend lacks layer_xl_fg2ble.safetensors in " + model.resolve("layerdiffuse"),
                        "  samplers: DPM++ 2M Karras, DPM++ 2M SDE Karras, Euler, Euler a, DDIM, PNDM, UniPC");
    }
}
