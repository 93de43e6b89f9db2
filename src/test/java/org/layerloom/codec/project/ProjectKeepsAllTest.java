package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.codec.project.ProjectFiles.project;
import static org.layerloom.codec.project.ProjectFiles.read;
import static org.layerloom.codec.project.ProjectFiles.unzip;
import static org.layerloom.codec.project.ProjectFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.codec.Opened;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.LayerId;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

class ProjectKeepsAllTest {
    private static byte[] resaved(Opened design) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProjectWriter.write(design.document(), design.carried(), PackedPictures.NONE, WriteProgress.UNHEARD, out);
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
                .replaceFirst("\"minor\" : 1", "\"minor\" : 7, \"mood\" : {\"warm\" : [1]}")
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
                .replaceAll(
                        "\"minor\" : 1,|\"pixelsPerInch\" : [0-9.]+,|\"(fillOpacity|clip|clippedAsGroup)\" : \\w+,", "")
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
    void whatIsUnknownIsKeptInEveryObject() throws IOException {
        byte[] plain = project(RandomDesigns.of(3));
        // One more field in every object that there is, named after a field that other objects have.
        String json = json(plain).replaceAll("\\{(?!\\s*\\})", "{ \"later\" : 1, \"argb\" : [ { \"a\" : 2 } ],");
        Opened opened = read(withJson(plain, json));
        String again = json(resaved(opened));
        assertThat(opened.document()).isEqualTo(RandomDesigns.of(3));
        assertThat(again.split("\"later\"", -1)).hasSameSizeAs(json.split("\"later\"", -1));
    }

    @Test
    void aFieldThatOtherObjectsKnowIsUnknownAllTheSame() throws IOException {
        byte[] plain = project(Samples.design());
        Opened opened = read(withJson(plain, json(plain).replaceFirst("\"width\"", "\"model\" : \"m\", \"width\"")));
        assertThat(json(resaved(opened))).contains("\"model\" : \"m\"");
    }

    @Test
    void resolutionProfileAndWhatOtherProgramsKeptComeBack() throws IOException {
        Raster kite = Raster.filled(5, 4, 0xff204060);
        PixelLayer layer = new PixelLayer(Samples.props(1, "Kite", 3, 2), kite);
        Foreign.Block held = new Foreign.Block(
                "psd/TySh", Bytes.of(new byte[] {1, 2, 3}), Optional.of(new Foreign.Pixels(kite, 3, 2)));
        Foreign.Block free = new Foreign.Block("psd/lfx2", Bytes.of(new byte[] {4}), Optional.empty());
        Foreign.Block stale =
                new Foreign.Block("psd/TySh", Bytes.of(new byte[9]), Optional.of(new Foreign.Pixels(kite, 4, 2)));
        Document document = Document.blank(9, 9)
                .add(layer.withProps(layer.props().withForeign(new Foreign(List.of(held, stale, free)))))
                .withPaper(new Paper(300.5, Optional.of(Bytes.of(new byte[] {7, 7}))))
                .withForeign(new Foreign(List.of(free)));
        Opened opened = read(project(document));
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.document().paper()).isEqualTo(document.paper());
        assertThat(opened.document().foreign()).isEqualTo(document.foreign());
        assertThat(opened.document().layers().getFirst().props().foreign()).isEqualTo(new Foreign(List.of(held, free)));
        assertThat(unzip(project(opened.document()))).containsKeys("profile.icc", "foreign/0.bin", "foreign/1.bin");
    }

    @Test
    void whatIsAboutPixelsGoesWithLostPixels() throws IOException {
        Raster kite = Raster.filled(5, 4, 0xff204060);
        PixelLayer layer = new PixelLayer(Samples.props(1, "Kite", 3, 2), kite);
        Foreign.Block held = new Foreign.Block(
                "psd/TySh", Bytes.of(new byte[] {1, 2, 3}), Optional.of(new Foreign.Pixels(kite, 3, 2)));
        Map<String, byte[]> entries = unzip(project(
                Document.blank(9, 9).add(layer.withProps(layer.props().withForeign(new Foreign(List.of(held)))))));
        entries.remove("layers/1.png");
        Opened opened = read(zip(entries));
        assertThat(opened.notes()).hasSize(1);
        assertThat(opened.document().layers().getFirst().props().foreign().isEmpty())
                .isTrue();
    }
}
