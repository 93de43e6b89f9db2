package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetConfig;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.pipeline.layerfusion.FusionPrompts;
import org.layerloom.pipeline.layerfusion.FusionTensors;
import org.layerloom.pipeline.layerfusion.LayerFusionStep;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// What a step of LayerFusion costs beside one of LayerDiffuse alone, on a UNet of SDXL at a quarter of its width, two
/// rows of 64 x 64 cells: interleaved pairs, CPU time, and the peak of memory after each kind. Arguments: a Python
/// with diffusers, which makes the weights, pairs.
public final class FusionBench {
    private static final double TIMESTEP = 601;

    private FusionBench() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("ai.djl.pytorch.num_threads", "1"); // read when the engine loads
        String python = args.length > 0 ? args[0] : "python3";
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("fusion-bench");
        Process process = UnetBench.weights(python, folder);
        try (Device device = Device.cpu()) {
            Map<String, Object> line = measure(device, folder, pairs);
            line.putAll(Machine.speed());
            System.out.println(new ObjectMapper().writeValueAsString(line));
        } finally {
            process.destroy();
            UnetBench.delete(folder);
        }
    }

    private static Map<String, Object> measure(Device device, Path folder, int pairs) throws IOException {
        Weights values = Weights.open(folder.resolve("case.safetensors"), device, DType.F32);
        Path file = folder.resolve("diffusion_pytorch_model.safetensors");
        UnetConfig config = UnetConfig.of(new ModelFolder(folder).config(""));
        Unet foreground = Unet.load(Weights.open(file, device, DType.F32), config);
        Unet base = Unet.load(Weights.open(file, device, DType.F32), config);
        UnetContext context = UnetContext.of(values.get("states"), values.get("pooled"), values.get("time_ids"));
        Tensor sample = values.get("sample");
        Tensor row = sample.slice(0, 0, 1);
        FusionTensors latents = new FusionTensors(row, row, row);
        LayerFusionStep step = new LayerFusionStep(foreground, base, 10, 0.5);
        FusionPrompts prompts = new FusionPrompts(context, context, context, 5);
        Runnable alone = () -> Scope.closing(
                () -> foreground.forward(sample, TIMESTEP, context).shape());
        Runnable fused = () -> Scope.closing(
                () -> step.forward(latents, prompts, TIMESTEP).foreground().shape());
        alone.run();
        double memoryAlone = Machine.peakResidentMebibytes();
        fused.run();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "bench",
                "a step of LayerFusion beside one of LayerDiffuse, SDXL at a quarter of its width, one thread");
        double[] ratios = new double[pairs];
        double[] seconds = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            seconds[i] = cpuSeconds(alone);
            ratios[i] = cpuSeconds(fused) / seconds[i];
        }
        Arrays.sort(ratios);
        Arrays.sort(seconds);
        line.put("layerdiffuse_cpu_s", Machine.rounded(seconds[pairs / 2]));
        line.put("median_ratio", Machine.rounded(ratios[pairs / 2]));
        line.put("layerdiffuse_peak_mib", memoryAlone);
        line.put("layerfusion_peak_mib", Machine.peakResidentMebibytes());
        return line;
    }

    private static double cpuSeconds(Runnable work) {
        double start = Machine.cpuSeconds();
        work.run();
        return Machine.cpuSeconds() - start;
    }
}
