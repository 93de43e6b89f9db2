package org.layerloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetConfig;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// One step of a UNet of SDXL, two rows of 64 x 64 cells, against the same weights in diffusers: interleaved pairs,
/// one thread each, CPU time. Arguments: a Python with diffusers, pairs, the part of SDXL's width (4 = a quarter, as
/// long as none is named; 1 = all of it, which takes 10 GB of memory and of disk).
public final class UnetBench {
    private static final double TIMESTEP = 601;
    private static final int QUARTER = 4;

    private UnetBench() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("ai.djl.pytorch.num_threads", "1"); // read when the engine loads
        String python = args.length > 0 ? args[0] : "python3";
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        int part = args.length > 2 ? Integer.parseInt(args[2]) : QUARTER;
        Path folder = Files.createTempDirectory("unet-bench");
        Process process = start(python, folder, part);
        try (Device device = Device.cpu();
                BufferedReader answers = process.inputReader();
                Writer orders = process.outputWriter()) {
            String facts = answers.readLine();
            if (facts == null) {
                throw new IOException("no diffusers answers to " + python);
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", "UNet of SDXL at 1/" + part + " of its width, 2 x 64 x 64 cells, one thread");
            line.putAll(measure(new Ours(device, folder), orders, answers, pairs));
            JsonNode versions = new ObjectMapper().readTree(facts);
            versions.properties()
                    .forEach(fact -> line.put(fact.getKey(), fact.getValue().asText()));
            line.putAll(Machine.speed());
            System.out.println(new ObjectMapper().writeValueAsString(line));
        } finally {
            process.destroy();
            delete(folder);
        }
    }

    private static Map<String, Object> measure(Ours ours, Writer orders, BufferedReader answers, int pairs)
            throws IOException {
        double difference = ours.difference();
        Map<String, Object> line = Pairs.measure(ours::cpuSeconds, orders, answers, pairs);
        line.put("largest_difference", difference);
        return line;
    }

    /// The network on this side, with the input and output that the other side wrote.
    private static final class Ours {
        private final Weights values;
        private final Unet unet;
        private final UnetContext context;

        Ours(Device device, Path folder) throws IOException {
            ModelFolder model = new ModelFolder(folder);
            values = Weights.open(folder.resolve("case.safetensors"), device, DType.F32);
            Path file = folder.resolve("diffusion_pytorch_model.safetensors");
            unet = Unet.load(Weights.open(file, device, DType.F32), UnetConfig.of(model.config("")));
            context = UnetContext.of(values.get("states"), values.get("pooled"), values.get("time_ids"));
        }

        private Tensor step() throws IOException {
            return unet.forward(values.get("sample"), TIMESTEP, context);
        }

        double cpuSeconds() throws IOException {
            double start = Machine.cpuSeconds();
            step().close();
            return Machine.cpuSeconds() - start;
        }

        double difference() throws IOException {
            float[] made = step().toFloats();
            float[] expected = values.get("out").toFloats();
            double worst = 0;
            for (int i = 0; i < made.length; i++) {
                worst = Math.max(worst, Math.abs(made[i] - expected[i]));
            }
            return worst;
        }
    }

    /// The other side, which writes weights, an input and its output to the folder before it says anything.
    private static Process start(String python, Path folder, int part) throws IOException {
        return new ProcessBuilder(List.of(python, "-c", script(), folder.toString(), String.valueOf(part)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Has the other side write the weights, and waits for that.
    static Process weights(String python, Path folder) throws IOException {
        Process process = start(python, folder, QUARTER);
        BufferedReader answers = process.inputReader();
        if (answers.readLine() == null) {
            throw new IOException("no diffusers answers to " + python);
        }
        return process;
    }

    private static String script() throws IOException {
        try (InputStream in = UnetBench.class.getResourceAsStream("diffusers_unet.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
