package org.layerloom.codec.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Origin;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.document.Document;
import org.layerloom.document.PixelLayer;

class AnyFileTest {
    private interface Content {
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }

    private static Document open(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        return AnyFile.read(new ByteArrayInputStream(out.toByteArray())).document();
    }

    @Test
    void projectsAndPsdFilesAreToldByTheirFirstBytes() throws IOException {
        Document design = Samples.design();
        assertThat(open(out -> ProjectWriter.write(design, out))).isEqualTo(design);
        Document psd = open(out -> PsdWriter.write(design, PsdOptions.PLAIN, WriteProgress.UNHEARD, out));
        assertThat(Listing.of(psd)
                        .get("layers")
                        .get(3)
                        .get("layers")
                        .get(0)
                        .get("blendMode")
                        .asText())
                .isEqualTo("screen");
    }

    @Test
    void aPngIsOneLayerWithItsRecipe() throws IOException {
        PixelLayer background = (PixelLayer) Samples.design().layers().getFirst();
        Document page = open(out -> PngWriter.write(background.raster(), Channels.RGBA, Origin.text(background), out));
        PixelLayer layer = (PixelLayer) page.layers().getFirst();
        assertThat(layer.raster()).isEqualTo(background.raster());
        assertThat(layer.props().recipe()).isEqualTo(background.props().recipe());
        assertThat(page.prompt()).isEqualTo(Samples.design().prompt());
    }

    @Test
    void anythingElseIsRefusedInWords() {
        for (String content : new String[] {"", "GIF", "{\"prompt\": \"\"}"}) {
            assertThatIOException()
                    .isThrownBy(() -> open(out -> out.write(content.getBytes())))
                    .withMessage(
                            "this is no project (.loom), no PSD or OpenRaster file and no picture of a known kind");
        }
    }

    @Test
    void aDamagedPictureIsToldApartFromWhatIsNone() {
        assertThatIOException()
                .isThrownBy(() -> open(out -> out.write("GIF89a...".getBytes())))
                .withMessage("the picture is damaged");
    }

    @Test
    void aListingNamesWhatADocumentHolds() {
        var listing = Listing.of(Samples.design());
        assertThat(listing.get("width").asInt()).isEqualTo(90);
        assertThat(listing.get("seed").asLong()).isEqualTo(-7);
        assertThat(listing.get("layers").get(1).get("name").asText()).isEqualTo("Kite \ud83e\ude81");
        assertThat(listing.get("layers").get(1).get("x").asInt()).isEqualTo(-8);
        assertThat(Listing.text(listing)).endsWith("}\n").doesNotContain("\r");
    }
}
