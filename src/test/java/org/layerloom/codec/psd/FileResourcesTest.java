package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a file holds beside its layers is told of, and only where it is more than every file has.
class FileResourcesTest {
    private static final int ALPHA_NAMES = 1006;
    private static final int SLICES = 1050;
    private static final int LAYER_COMPS = 1065;

    private static PsdOutput slices(int count) throws IOException {
        PsdOutput data = new PsdOutput();
        data.int32(6);
        data.raw(new byte[16]);
        data.unicode("page");
        data.int32(count);
        return data;
    }

    private static PsdOutput list(String key, int count) throws IOException {
        PsdOutput data = new PsdOutput();
        data.int32(16);
        data.raw((key + "VlLs").getBytes(StandardCharsets.ISO_8859_1));
        data.int32(count);
        return data;
    }

    private static List<String> notes(int id, PsdOutput data, int channels, boolean mergedAlpha) throws IOException {
        PsdOutput resource = new PsdOutput();
        resource.key("8BIM");
        resource.int16(id);
        resource.pascal("", 2);
        resource.sized(data, 2);
        PsdOutput section = new PsdOutput();
        section.sized(resource, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        section.writeTo(bytes);
        PsdHeader header = new PsdHeader(PsdVersion.PSD, channels, 8, 8, 8, ColourMode.RGB);
        return FileResources.read(new PsdInput(bytes.toByteArray()), new KeptBlocks())
                .notes(header, mergedAlpha);
    }

    @Test
    void slicesAreToldOfWhereSomebodyCutThePage() throws IOException {
        assertThat(notes(SLICES, slices(1), 3, false)).isEmpty();
        assertThat(notes(SLICES, slices(4), 3, false)).containsExactly("the slices of the page (4) were left out");
        assertThat(notes(SLICES, list("slices", 1), 3, false)).isEmpty();
        assertThat(notes(SLICES, list("slices", 2), 3, false)).hasSize(1);
    }

    @Test
    void layerCompsAreToldOfWhereThereAreSome() throws IOException {
        assertThat(notes(LAYER_COMPS, list("list", 0), 3, false)).isEmpty();
        assertThat(notes(LAYER_COMPS, list("list", 1), 3, false)).containsExactly("the layer comps (1) were left out");
        assertThat(notes(LAYER_COMPS, list("list", 3), 3, false)).containsExactly("the layer comps (3) were left out");
    }

    @Test
    void savedSelectionsAreTheNamedChannelsBehindColoursAndTransparency() throws IOException {
        PsdOutput names = new PsdOutput();
        names.pascal("Alpha 1", 1);
        assertThat(notes(ALPHA_NAMES, names, 4, true)).isEmpty();
        assertThat(notes(ALPHA_NAMES, names, 4, false))
                .containsExactly("the saved selections and spot colours (1) were left out");
        assertThat(notes(ALPHA_NAMES, names, 6, true))
                .containsExactly("the saved selections and spot colours (2) were left out");
        assertThat(notes(SLICES, slices(1), 4, false)).isEmpty();
    }

    @Test
    void aDamagedResourceIsToldOfAndKeepsNobodyFromTheFile() throws IOException {
        PsdOutput cut = new PsdOutput();
        cut.int32(1);
        assertThat(notes(Guides.ID, cut, 3, false))
                .containsExactly("the resource 1032 of the PSD file is damaged and was left out");
    }

    @Test
    void aListThatIsCutCountsAsNone() throws IOException {
        PsdOutput cut = new PsdOutput();
        cut.raw("slicesVlLs".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(notes(SLICES, cut, 3, false)).isEmpty();
        PsdOutput early = new PsdOutput();
        early.int32(6);
        assertThat(notes(SLICES, early, 3, false)).isEmpty();
    }
}
