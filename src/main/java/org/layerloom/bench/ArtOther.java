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
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;

/// The other side of a pair: `art_transformer.py` in a process of its own, and the folder to which it has written
/// weights, config, an input and its output.
final class ArtOther implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final JsonNode facts;

    private ArtOther(Path folder, Process process, String python) throws IOException {
        this.folder = folder;
        this.process = process;
        answers = process.inputReader();
        orders = process.outputWriter();
        String line = answers.readLine();
        if (line == null) {
            close();
            throw new IOException("no torch answers to " + python);
        }
        facts = new ObjectMapper().readTree(line);
    }

    /// @param heads of 128 each
    static ArtOther start(String python, int heads, int doubles, int singles, DType dtype, TokenLayout layout)
            throws IOException {
        Path folder = Files.createTempDirectory("art-bench");
        Process process = new ProcessBuilder(List.of(
                        python,
                        "-c",
                        script(),
                        folder.toString(),
                        String.valueOf(heads),
                        String.valueOf(doubles),
                        String.valueOf(singles),
                        dtype == DType.BF16 ? "bfloat16" : "float32",
                        ArtCase.boxes(layout)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ArtOther(folder, process, python);
    }

    private static String script() throws IOException {
        try (InputStream in = ArtOther.class.getResourceAsStream("art_transformer.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path folder() {
        return folder;
    }

    /// What it is made of: the version of torch.
    Map<String, Object> facts() {
        Map<String, Object> all = new LinkedHashMap<>();
        facts.properties()
                .forEach(fact -> all.put(fact.getKey(), fact.getValue().asText()));
        return all;
    }

    Map<String, Object> pairs(Pairs.Step ours, int pairs) throws IOException {
        return Pairs.measure(ours, orders, answers, pairs);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        UnetBench.delete(folder);
    }
}
