package org.layerloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutAnswer;
import org.layerloom.codec.layout.LayoutException;
import org.layerloom.codec.layout.LayoutQuestion;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.codec.layout.LayoutWriter;
import org.layerloom.document.Link;
import org.layerloom.files.AtomicFiles;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.plan.BoxPlanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plan --prompt TEXT --size WxH`: a layout for a prompt, by rules or out of a language model's answer.
@Command(
        name = "plan",
        description = "Proposes boxes for what a prompt names, as a layout that the command generate reads.",
        sortOptions = false)
final class PlanCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Option(names = "--prompt", paramLabel = "TEXT", required = true, description = "What the design shows.")
    private String prompt;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = PageSize.Converter.class,
            description = "The page in px; default: ${DEFAULT-VALUE}.")
    private PageSize size;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the layout goes; else it is printed.")
    private Path out;

    @Option(names = "--question", description = "Prints what to ask a language model instead.")
    private boolean question;

    @Option(
            names = "--answer",
            paramLabel = "FILE|-",
            description = "Takes the boxes from a language model's answer; - reads it from the standard input.")
    private String answer;

    private final Terminal terminal;
    private final InputStream input;
    private final Cancellation cancellation;

    /// @param input what `--answer -` reads
    PlanCommand(Terminal terminal, InputStream input, Cancellation cancellation) {
        this.terminal = terminal;
        this.input = input;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        try {
            LayoutReader.requirePrompt(prompt, "--prompt");
        } catch (LayoutException e) {
            throw new BadInputException(e.getMessage(), e);
        }
        if (question) {
            terminal.out().print(LayoutQuestion.text(prompt, size.width(), size.height(), GenerateRequest.MAX_BOXES));
            return ExitCode.DONE;
        }
        Layout layout = answer == null ? proposed() : answered();
        layout.notes().forEach(note -> terminal.err().println("Note: " + note));
        write(layout);
        return ExitCode.DONE;
    }

    private Layout proposed() throws BadInputException {
        List<Layout.Box> boxes = BoxPlanner.plan(prompt, size.width(), size.height()).rects().stream()
                .map(box -> new Layout.Box(box, "", new Link.Automatic()))
                .toList();
        if (boxes.isEmpty()) {
            throw new BadInputException(
                    "--prompt: it names no things to make boxes for; name what the picture shows, for example"
                            + " \"a fox, two trees and a moon\"");
        }
        return new Layout(size.width(), size.height(), prompt, OptionalLong.empty(), boxes, List.of());
    }

    private Layout answered() throws BadInputException {
        try {
            Layout read = LayoutAnswer.read(text(), size.width(), size.height(), GenerateRequest.MAX_BOXES);
            return new Layout(read.width(), read.height(), prompt, read.seed(), read.boxes(), read.notes());
        } catch (LayoutException e) {
            throw new BadInputException("--answer: " + e.getMessage(), e);
        }
    }

    private String text() throws BadInputException {
        try {
            byte[] bytes = answer.equals(STANDARD_INPUT)
                    ? new Typed(cancellation).read(input::readAllBytes)
                    : Files.readAllBytes(Path.of(answer));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException("--answer " + answer + ": it cannot be read: " + ReadFailure.reason(e), e);
        }
    }

    private void write(Layout layout) throws IOException {
        if (out == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            LayoutWriter.write(layout, bytes);
            terminal.out().print(bytes.toString(StandardCharsets.UTF_8));
            return;
        }
        AtomicFiles.write(out, file -> LayoutWriter.write(layout, file));
        int count = layout.boxes().size();
        terminal.out().println("Wrote " + (count == 1 ? "1 box" : count + " boxes") + " to " + out);
    }
}
