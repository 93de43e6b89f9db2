package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.codec.project.ProjectFiles.project;
import static org.layerloom.codec.project.ProjectFiles.read;
import static org.layerloom.codec.project.ProjectFiles.unzip;
import static org.layerloom.codec.project.ProjectFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngCache;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

class ProjectKeepsAllTest {
    private static byte[] resaved(Opened design) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProjectWriter(new PngCache()).write(design.document(), design.carried(), WriteProgress.UNHEARD, out);
        return out.toByteArray();
    }

    private static String json(byte[] project) throws IOException {
        return new String(unzip(project).get("document.json"), StandardCharsets.UTF_8);
    }

    private static byte[] withJson(byte[] project, String json) throws IOException {
        Map<String, byte[]> entries = unzip(project);
        entries.put("document.json", json.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aDesignWithEverythingComesBackEqual(long seed) throws IOException {
        Document document = RandomDesigns.of(seed);
        Opened opened = read(project(document));
        assertThat(opened.document()).isEqualTo(document);
        assertThat(opened.notes()).isEmpty();
    }

    @Test
    void theMarqueeIsNotKept() throws IOException {
        Document document = RandomDesigns.of(1);
        Document selected = document.withMarquee(Optional.of(Marquee.of(new Rect(1, 2, 3, 4))));
        assertThat(project(selected)).isEqualTo(project(document));
    }

    @Test
    void fieldsAndFilesOfALaterMinorVersionSurviveOpeningAndSaving() throws IOException {
        byte[] plain = project(RandomDesigns.of(3));
        String json = json(plain)
                .replaceFirst("\"minor\" : 0", "\"minor\" : 7, \"mood\" : {\"warm\" : [1]}")
                .replaceFirst("\"locks\" : \\{", "\"locks\" : { \"edges\" : true,")
                .replaceFirst("\"id\" : 1,", "\"id\" : 1, \"effects\" : [{\"shadow\" : 3}],")
                .replaceFirst("\"layer\" : ", "\"shape\" : \"round\", \"layer\" : ");
        Map<String, byte[]> entries = unzip(withJson(plain, json));
        entries.put("effects/1.bin", new byte[] {1, 2, 3});
        Opened opened = read(zip(entries));
        byte[] again = resaved(opened);
        assertThat(opened.document()).isEqualTo(RandomDesigns.of(3));
        assertThat(unzip(again).get("effects/1.bin")).containsExactly(1, 2, 3);
        assertThat(json(again).replaceAll("\\s", ""))
                .contains("\"mood\":{\"warm\":[1]}", "\"edges\":true", "\"effects\":[{\"shadow\":3}]")
                .contains("\"shape\":\"round\"");
        assertThat(read(again).document()).isEqualTo(RandomDesigns.of(3));
    }

    @Test
    void whatIsUnknownOfALayerGoesWithTheLayer() throws IOException {
        byte[] plain = project(Samples.design());
        Opened opened = read(withJson(plain, json(plain).replaceFirst("\"id\" : 2,", "\"id\" : 2, \"glow\" : 1,")));
        Document less = opened.document().without(new LayerId(2));
        assertThat(json(resaved(new Opened(less, opened.notes(), opened.carried()))))
                .doesNotContain("glow\" :");
    }

    @Test
    void aProjectOfTheFirstVersionOpens() throws IOException {
        byte[] plain = project(Samples.design());
        String first = json(plain)
                .replace("\"version\" : 2", "\"version\" : 1")
                .replaceAll("\"minor\" : 0,|\"(fillOpacity|clip|clippedAsGroup)\" : \\w+,", "")
                .replaceAll("\"locks\" : \\{[^}]*\\},?", "")
                .replaceAll("\"guides\" : \\[[^\\]]*\\],", "")
                .replaceAll(",(\\s*})", "$1");
        assertThat(read(withJson(plain, first)).document()).isEqualTo(Samples.design());
    }

    @Test
    void aLostMaskOrSourceIsSaidAndTheRestOpens() throws IOException {
        Mask mask = Mask.of(Raster.filled(4, 4, 0x80000000), 1, 1, 255);
        PlacedLayer placed = new PlacedLayer(
                Samples.props(1, "Photo", 2, 2).withMask(Optional.of(mask)),
                Raster.filled(9, 9, -1),
                Transform.IDENTITY,
                Raster.filled(5, 5, -1));
        Map<String, byte[]> entries = unzip(project(Document.blank(9, 9).add(placed)));
        assertThat(entries.remove("masks/1.png")).isNotNull();
        entries.get("sources/1.png")[50] ^= 1;
        Opened opened = read(zip(entries));
        assertThat(opened.document().layers())
                .containsExactly(new PixelLayer(Samples.props(1, "Photo", 2, 2), Raster.filled(5, 5, -1)));
        assertThat(opened.notes()).hasSize(2);
        assertThat(opened.notes().get(0)).contains("mask of layer \"Photo\" is lost");
        assertThat(opened.notes().get(1)).contains("placed from is lost");
    }

    @Test
    void aDraftHasNoFlattenedPictureAndOpensAsTheSameDocument() throws IOException {
        Opened design = new Opened(RandomDesigns.of(8), java.util.List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProjectWriter(new PngCache()).writeDraft(design.document(), design.carried(), out);
        assertThat(unzip(out.toByteArray())).doesNotContainKey("merged.png");
        assertThat(read(out.toByteArray()).document()).isEqualTo(design.document());
    }
}
