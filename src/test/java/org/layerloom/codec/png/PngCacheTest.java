package org.layerloom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Samples;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;

class PngCacheTest {
    private final PngCache cache = new PngCache();

    private byte[] draft(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProjectWriter(cache).writeDraft(document, Carried.NOTHING, out);
        return out.toByteArray();
    }

    @Test
    void onlyWhatChangedIsPackedAgain() throws IOException {
        Document design = Samples.design();
        draft(design);
        assertThat(cache.packings()).isEqualTo(5);
        draft(design);
        draft(design.with(new LayerId(2), layer -> layer.translate(3, 4)));
        assertThat(cache.packings()).isEqualTo(5);
        draft(design.with(new LayerId(3), layer -> new PixelLayer(layer.props(), Pictures.random(9, 9, 1))));
        assertThat(cache.packings()).isEqualTo(6);
    }

    @Test
    void filesFromTheCacheAreTheSameBytes() throws IOException {
        byte[] first = draft(Samples.design());
        assertThat(draft(Samples.design())).isEqualTo(first);
        assertThat(draft(Samples.design().without(new LayerId(2)))).isNotEqualTo(first);
        assertThat(draft(Samples.design())).isEqualTo(first);
    }
}
