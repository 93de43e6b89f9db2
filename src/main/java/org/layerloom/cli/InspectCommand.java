package org.layerloom.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Opened;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.document.Paper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `inspect FILE`: what a file holds, as JSON.
@Command(name = "inspect", description = "Tells the layers of a file as JSON, bottom first.", sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    private static final String MANIFEST = "manifest.json";
    private static final int MAX_MANIFEST_BYTES = 10_000_000;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A file that this program opens (PSD, PSB, ORA, project, pictures), or a PNG set: its folder or "
                            + "its manifest.json.")
    private Path given;

    private final Terminal terminal;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        Path file = Files.isDirectory(given) ? given.resolve(MANIFEST) : given;
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    given + (file == given ? ": there is no such file" : ": this folder holds no " + MANIFEST));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            terminal.out().print(Listing.text(listing(in)));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new BadInputException(file + ": " + ReadFailure.reason(e), e);
        }
    }

    /// Told apart by how they begin, whatever they are called.
    private ObjectNode listing(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first == '{') {
            return manifest(in);
        }
        Opened opened = AnyFile.read(in);
        opened.notes().forEach(note -> terminal.err().println("Note: " + note));
        ObjectNode listing = Listing.of(opened.document());
        paper(opened.document().paper(), listing);
        return listing;
    }

    /// What the file tells of its paper: the resolution, and its colour profile where it has one.
    private static void paper(Paper paper, ObjectNode listing) {
        listing.put("pixelsPerInch", paper.pixelsPerInch());
        paper.iccProfile().ifPresent(profile -> listing.put("profile", ColourProfile.name(profile)));
    }

    private static ObjectNode manifest(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_MANIFEST_BYTES + 1);
        if (bytes.length > MAX_MANIFEST_BYTES) {
            throw new IOException("a manifest has at most 10 MB");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(bytes);
            if (root instanceof ObjectNode manifest && manifest.path("layers").isArray()) {
                return manifest;
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "broken JSON in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        }
        throw new IOException("this JSON has no list layers: it is no manifest of a PNG set");
    }
}
