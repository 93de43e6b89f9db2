package org.layerloom.network.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A prompt with weights, in the notation of AUTOMATIC1111's web UI: `(more)` is 1.1 times as strong, `[less]` 1.1
/// times less, `(this:1.3)` 1.3 times as strong; brackets nest. A backslash before a bracket or a backslash makes it
/// a plain character. `BREAK` as a word of its own begins a new section.
///
/// @param sections one more than there are BREAKs; each of its parts in order, neighbours of different weight
public record WeightedPrompt(List<List<Part>> sections) {
    private static final double STEP = 1.1;
    private static final Pattern BREAK = Pattern.compile("\\s*\\bBREAK\\b\\s*");
    /// A weight and the bracket that it closes.
    private static final Pattern WEIGHT = Pattern.compile(":\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*\\)");

    /// A piece of text and how many times as strong it is.
    public record Part(String text, double weight) {}

    public WeightedPrompt {
        sections = sections.stream().map(List::copyOf).toList();
    }

    /// Reads any text; brackets that are never closed count to the end, closing ones without an opening one are
    /// text.
    public static WeightedPrompt parse(String prompt) {
        List<Part> parts = new Reader(prompt).read();
        List<List<Part>> sections = new ArrayList<>();
        sections.add(new ArrayList<>());
        for (Part part : parts) {
            String[] texts = BREAK.split(part.text, -1);
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    sections.add(new ArrayList<>());
                }
                append(sections.getLast(), new Part(texts[i], part.weight));
            }
        }
        return new WeightedPrompt(sections);
    }

    /// Neighbours of the same weight are one part: a word must not be cut where a bracket was.
    private static void append(List<Part> parts, Part part) {
        if (part.text.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast().weight == part.weight) {
            parts.add(new Part(parts.removeLast().text + part.text, part.weight));
        } else {
            parts.add(part);
        }
    }

    /// Goes through a prompt once.
    private static final class Reader {
        private final String prompt;
        private final List<Part> parts = new ArrayList<>();
        /// For each open bracket the number of parts before it.
        private final Deque<Integer> round = new ArrayDeque<>();

        private final Deque<Integer> square = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();

        Reader(String prompt) {
            this.prompt = prompt;
        }

        List<Part> read() {
            int at = 0;
            while (at < prompt.length()) {
                at = next(at);
            }
            flush();
            round.forEach(from -> scale(from, STEP));
            square.forEach(from -> scale(from, 1 / STEP));
            List<Part> merged = new ArrayList<>();
            parts.forEach(part -> append(merged, part));
            return merged;
        }

        /// Reads what stands at a position and gives the position after it.
        private int next(int at) {
            char c = prompt.charAt(at);
            Matcher weight = WEIGHT.matcher(prompt).region(at, prompt.length());
            if (c == '\\' && at + 1 < prompt.length() && "\\()[]".indexOf(prompt.charAt(at + 1)) >= 0) {
                text.append(prompt.charAt(at + 1));
                return at + 2;
            }
            if (c == '(' || c == '[') {
                flush();
                (c == '(' ? round : square).push(parts.size());
            } else if (c == ':' && !round.isEmpty() && weight.lookingAt()) {
                flush();
                scale(round.pop(), Double.parseDouble(weight.group(1)));
                return weight.end();
            } else if (c == ')' && !round.isEmpty()) {
                flush();
                scale(round.pop(), STEP);
            } else if (c == ']' && !square.isEmpty()) {
                flush();
                scale(square.pop(), 1 / STEP);
            } else {
                text.append(c);
            }
            return at + 1;
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(new Part(text.toString(), 1));
                text.setLength(0);
            }
        }

        private void scale(int from, double factor) {
            parts.subList(from, parts.size()).replaceAll(part -> new Part(part.text, part.weight * factor));
        }
    }
}
