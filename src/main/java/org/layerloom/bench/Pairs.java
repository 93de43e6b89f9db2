package org.layerloom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The same step here and in Python, in turn, so that what else the machine does falls on both alike.
final class Pairs {
    private Pairs() {}

    /// A step of our own: the CPU seconds that it took.
    interface Step {
        double cpuSeconds() throws IOException;
    }

    /// @param orders  to the other side, which makes a step for each line
    /// @param answers of it, each step's CPU seconds
    static Map<String, Object> measure(Step step, Writer orders, BufferedReader answers, int pairs) throws IOException {
        double[] own = new double[pairs];
        double[] other = new double[pairs];
        double[] ratios = new double[pairs];
        int warmUp = Math.min(3, pairs / 3);
        for (int i = -warmUp; i < pairs; i++) {
            double mine = step.cpuSeconds();
            orders.write("step\n");
            orders.flush();
            double theirs = Double.parseDouble(answers.readLine());
            if (i >= 0) {
                own[i] = mine;
                other[i] = theirs;
                ratios[i] = mine / theirs;
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cpu_s", Machine.rounded(median(own)));
        line.put("python_cpu_s", Machine.rounded(median(other)));
        line.put("ratio_of_medians", Machine.rounded(median(own) / median(other)));
        line.put("median_ratio", Machine.rounded(median(ratios)));
        line.put("ratio_of_least", Machine.rounded(least(own) / least(other)));
        return line;
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double... values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
