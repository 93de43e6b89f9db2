package org.layerloom.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.ora.OraWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.GoldenSet;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;

/// Documents written as PSD, PSB and OpenRaster files, and what other programs saw in them.
final class OurFiles {
    private static final int RANDOM = 12;

    private static final List<String> LARGE = List.of("sample", "random-1", "random-2");

    private final Path files = emptied("ours");
    private final Path seen = emptied("seen");
    private final Map<String, Document> designs = new LinkedHashMap<>();

    private OurFiles() throws IOException {
        designs.put("sample", Samples.design());
        for (Path golden : GoldenSet.open().documents()) {
            designs.put("golden-" + golden.getFileName(), GoldenSet.document(golden));
        }
        for (int i = 1; i <= RANDOM; i++) {
            designs.put("random-" + i, RandomDesigns.of(i));
        }
    }

    /// A folder without what an earlier run left in it.
    static Path emptied(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "readers", name).toAbsolutePath());
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    /// Writes all files and has every program read them.
    static OurFiles read() throws IOException {
        OurFiles ours = new OurFiles();
        List<Path> psd = new ArrayList<>();
        List<Path> ora = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            psd.add(ours.psd(feature.name() + ".psd", feature.document(), PsdOptions.PLAIN.withBaked(feature.baked())));
            ora.add(ours.ora(feature.name() + ".ora", feature.document()));
        }
        List<Path> forPsdTools = new ArrayList<>(psd);
        for (Map.Entry<String, Document> design : ours.designs.entrySet()) {
            forPsdTools.add(ours.psd(design.getKey() + ".psd", design.getValue(), PsdOptions.PLAIN));
        }
        for (String name : LARGE) {
            forPsdTools.add(ours.psd(name + ".psb", ours.designs.get(name), PsdOptions.PLAIN.withLarge(true)));
        }
        Programs programs = new Programs(Path.of("target/readers/scratch"));
        programs.python("read_psd_tools.py", ours.seen, forPsdTools);
        programs.node("read_ag_psd.js", ours.seen, forPsdTools);
        programs.imageMagick(ours.seen, forPsdTools);
        ours.inGimpAndKrita(programs, psd, ora);
        return ours;
    }

    private void inGimpAndKrita(Programs programs, List<Path> psd, List<Path> ora) throws IOException {
        List<String> calls = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Path file : psd) {
            Path out = seen.resolve(file.getFileName());
            calls.add("(read-layers \"%s\" \"%s\")".formatted(file, out));
            calls.add("(read-merged \"%s\" \"%s\")".formatted(file, out));
            lines.add(file + "\t" + out);
        }
        ora.forEach(file -> lines.add(file + "\t" + seen.resolve(file.getFileName())));
        programs.gimp("read_gimp.scm", calls);
        programs.krita("read_krita.py", lines);
    }

    private Path psd(String name, Document document, PsdOptions options) throws IOException {
        return write(name, out -> PsdWriter.write(document, options, WriteProgress.UNHEARD, out));
    }

    private Path ora(String name, Document document) throws IOException {
        return write(name, out -> OraWriter.write(document, true, WriteProgress.UNHEARD, out));
    }

    /// Writes into a stream.
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Path write(String name, Writing writing) throws IOException {
        Path file = files.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
        }
        return file;
    }

    /// The files of whole designs, PSD and PSB.
    Map<String, Document> designs() {
        Map<String, Document> written = new LinkedHashMap<>();
        designs.forEach((name, document) -> written.put(name + ".psd", document));
        LARGE.forEach(name -> written.put(name + ".psb", designs.get(name)));
        return written;
    }

    /// The layer tree that a program told.
    Optional<JsonNode> tree(String file, String program) throws IOException {
        Path json = seen.resolve(file + "." + program + ".json");
        return Files.exists(json) ? Optional.of(new ObjectMapper().readTree(json.toFile())) : Optional.empty();
    }

    /// A picture that a program gave out, `merged` or `drawn`.
    Optional<Raster> picture(String file, String program, String kind, Document page) throws IOException {
        Path png = seen.resolve(file + "." + program + "." + kind + ".png");
        if (Files.exists(png)) {
            BufferedImage image = ImageIO.read(png.toFile());
            int width = image.getWidth();
            return Optional.of(
                    Raster.of(width, image.getHeight(), image.getRGB(0, 0, width, image.getHeight(), null, 0, width)));
        }
        Path bytes = seen.resolve(file + "." + program + "." + kind + ".rgba");
        return Files.exists(bytes) ? Optional.of(rgba(Files.readAllBytes(bytes), page)) : Optional.empty();
    }

    static Raster rgba(byte[] bytes, Document page) {
        int[] argb = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).asIntBuffer().get(argb);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Integer.rotateRight(argb[i], 8);
        }
        return Raster.of(page.width(), page.height(), argb);
    }
}
