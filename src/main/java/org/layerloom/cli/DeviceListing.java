package org.layerloom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.Driver;
import org.layerloom.device.FreeMemory;
import org.layerloom.device.Gpu;
import org.layerloom.device.Libtorch;

/// What models can be computed with on this machine, as lines and as JSON.
record DeviceListing(DeviceFacts facts) {
    private static final List<String> DEVICES = List.of("auto", "cpu", "cuda", "mps");
    private static final double GIGABYTE = 1e9;

    String text() {
        return String.join(
                        System.lineSeparator(),
                        DeviceDecision.of("auto", facts).sentence(),
                        "driver\t" + driver(),
                        "libtorch\t" + libtorch(),
                        "memory\t" + String.format(Locale.ROOT, "%.1f GB free", FreeMemory.host() / GIGABYTE),
                        "processor\t" + Runtime.getRuntime().availableProcessors() + " threads")
                + System.lineSeparator();
    }

    private String driver() {
        Driver driver = facts.driver();
        return switch (driver.state()) {
            case ABSENT -> "none for NVIDIA";
            case FAILING -> "NVIDIA, answers with error " + driver.error();
            case READY ->
                "NVIDIA, CUDA " + driver.cuda() + ": " + (driver.gpus().isEmpty() ? "no graphics card" : gpus(driver));
        };
    }

    private static String gpus(Driver driver) {
        return driver.gpus().stream()
                .map(gpu -> gpu.name() + String.format(Locale.ROOT, ", %.1f GB", gpu.bytes() / GIGABYTE))
                .collect(Collectors.joining("; "));
    }

    private String libtorch() {
        Libtorch libtorch = facts.libtorch();
        return libtorch.state() == Libtorch.State.BUNDLED
                ? libtorch.detail() + ", the program's own, for the processor"
                : word(libtorch.state()) + " " + libtorch.detail() + " in "
                        + libtorch.folder().map(Path::toString).orElse("");
    }

    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ObjectNode decisions = root.putObject("devices");
        for (String asked : DEVICES) {
            DeviceDecision decision = DeviceDecision.of(asked, facts);
            decisions
                    .putObject(asked)
                    .put("usable", decision.isMet())
                    .put("device", decision.kind().word())
                    .put("reason", word(decision.reason()))
                    .put("why", decision.why());
        }
        ObjectNode driver = root.putObject("driver");
        driver.put("state", word(facts.driver().state()))
                .put("error", facts.driver().error())
                .put("cuda", facts.driver().cuda());
        ArrayNode gpus = driver.putArray("gpus");
        for (Gpu gpu : facts.driver().gpus()) {
            gpus.addObject().put("name", gpu.name()).put("bytes", gpu.bytes());
        }
        root.putObject("libtorch")
                .put("state", word(facts.libtorch().state()))
                .put("detail", facts.libtorch().detail())
                .put("needed", Libtorch.VERSION)
                .put("folder", facts.libtorch().folder().map(Path::toString).orElse(null));
        root.put("freeBytes", FreeMemory.host());
        root.put("threads", Runtime.getRuntime().availableProcessors());
        return root.toPrettyString() + System.lineSeparator();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
