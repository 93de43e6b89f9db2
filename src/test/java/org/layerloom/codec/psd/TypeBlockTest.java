package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextSetter;

/// What psd-tools and ag-psd read of a type layer was checked by hand: see docs/formats.md.
class TypeBlockTest {
    private static final Text TEXT =
            new Text("Hello (you)\nthere", "Inter", 24.5, true, true, 0xffff8000, Text.Align.CENTER, 1.25, 40, 30.5);

    private static ByteBuffer block() {
        TextLayer layer = TextSetter.layer(Samples.props(1, "text", 0, 0), TEXT);
        return ByteBuffer.wrap(TypeBlock.of(layer).data().toArray());
    }

    @Test
    void itsTransformIsTheStartOfTheFirstBaseline() {
        ByteBuffer block = block();
        assertThat(block.getShort(0)).isEqualTo((short) 1);
        assertThat(block.getDouble(2)).isEqualTo(1);
        assertThat(block.getDouble(34)).isEqualTo(40);
        assertThat(block.getDouble(42)).isEqualTo(30.5);
        assertThat(block.getShort(50)).isEqualTo((short) 50);
        assertThat(block.getInt(52)).as("version of the descriptor").isEqualTo(16);
    }

    @Test
    void fontSizeLeadingColourAndAlignmentStandInTheEngineData() {
        String block = new String(block().array(), StandardCharsets.ISO_8859_1);
        assertThat(block)
                .contains("/FontSize 24.5\n", "/Leading 30.625\n", "/Justification 2\n")
                .contains("/FauxBold false\n", "/FauxItalic true\n", "/RunLengthArray [ 12 6 ]")
                .contains("/Values [ 1.0 1.0 0.50196 0.0 ]");
        assertThat(block.replace("\0", "")).contains("Hello \\(you\\)\rthere\r)", "Inter-SemiBold");
    }

    @Test
    void theNotationEscapesWhatItMeans() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EngineData.of(Map.of("A", "(\\\u2928")).writeTo(out);
        assertThat(out.toByteArray())
                .containsSequence('(', 0xfe, 0xff, 0, '\\', '(', 0, '\\', '\\', '\\', ')', '\\', '(', ')', '\n');
    }
}
