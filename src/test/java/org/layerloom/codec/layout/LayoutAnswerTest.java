package org.layerloom.codec.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// Boxes are found in whatever people paste.
final class LayoutAnswerTest {
    private static final String TWO = "10,20,30,40 50,60,30,20";

    private static Layout read(String text) throws LayoutException {
        return LayoutAnswer.read(text, 200, 100, 50);
    }

    private static String shown(Layout layout) {
        StringBuilder all = new StringBuilder();
        for (Layout.Box box : layout.boxes()) {
            Rect area = box.area();
            all.append(all.isEmpty() ? "" : " ")
                    .append(area.x())
                    .append(',')
                    .append(area.y())
                    .append(',')
                    .append(area.width())
                    .append(',')
                    .append(area.height());
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[10,20,40,60],[50,60,80,80]]",
                "Sure! Here are the boxes:\\n```json\\n[[10, 20, 40, 60], [50, 60, 80, 80]]\\n```\\nHave fun [1].",
                "{\"regions\":[{\"x\":10,\"y\":20,\"width\":30,\"height\":40},{\"x\":50,\"y\":60,\"w\":30,\"h\":20}]}",
                "{\"boxes\":[{\"bbox\":[10,20,40,60],\"label\":\"a\"},{\"bbox\":[50,60,80,80]}]}",
                "{\"layout\":{\"elements\":[{\"left\":10,\"top\":20,\"right\":40,\"bottom\":60},"
                        + "{\"x1\":50,\"y1\":60,\"x2\":80,\"y2\":80}]}}",
                "{\"wholecaption\":\"c\",\"layout\":[[0,0,200,100],[0,0,200,100],[10,20,40,60],[50,60,80,80]]}",
                "{\"layout\":[[0,0,200,100],null,[10,20,40,60],[50,60,80,80]]}",
                "[[0.05,0.2,0.2,0.6],[0.25,0.6,0.4,0.8]]",
                "[{\"box\":[\"10\",\"20\",\"40\",\"60\"]},{\"box\":[50.2,59.8,80,80]}]",
                "[[10,20,30,40],[50,60,30,20]]",
                "Boxes {are} [here]: {\"a\": [10,20,40,60], \"b\": [50,60,80,80]} and [more]",
            })
    void everyFormGivesTheSameTwoBoxes(String text) throws LayoutException {
        assertThat(shown(read(text.replace("\\n", "\n")))).isEqualTo(TWO);
    }

    @Test
    void wordsAndPageAreTaken() throws LayoutException {
        Layout layout = read("{\"prompt\":\"p\",\"width\":500,\"height\":400,\"regions\":"
                + "[{\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"prompt\":\" a fox \"}]}");
        assertThat(layout.width()).isEqualTo(500);
        assertThat(layout.prompt()).isEqualTo("p");
        assertThat(layout.boxes()).containsExactly(new Layout.Box(new Rect(1, 2, 3, 4), "a fox", new Link.Automatic()));
    }

    @Test
    void artsFirstBoxIsThePage() throws LayoutException {
        Layout layout = read("{\"wholecaption\":\"c\",\"layout\":[[0,0,512,256],[0,0,512,256],[16,16,300,200]]}");
        assertThat(layout.width()).isEqualTo(512);
        assertThat(layout.height()).isEqualTo(256);
        assertThat(layout.boxes()).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsCutOrLeftOutAndSaid() throws LayoutException {
        Layout layout = read("[[150,50,400,90],[300,300,400,400],[10,10,20,20]]");
        assertThat(shown(layout)).isEqualTo("150,50,50,40 10,10,10,10");
        assertThat(layout.notes()).containsExactly("a box that is empty, outside the page or one too many is left out");
        String many = "[" + "[1,1,9,9],".repeat(60) + "[1,1,9,9]]";
        assertThat(read(many).boxes()).hasSize(50);
    }

    @Test
    void aTextWithoutBoxesIsRefused() {
        for (String text :
                List.of("", "no boxes", "[1,2,3]", "{", "[[[[[[[[[[[[", "{\"x\":1}", "[\"a\",\"b\",\"c\",\"d\"]")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(LayoutException.class)
                    .hasMessageStartingWith("the text holds no boxes");
        }
    }

    @Test
    void noTextDoesHarm() {
        Random random = new Random(3);
        String alphabet = "[]{}\":,0123456789.-eE \nxywh";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("{\"regions\":[{\"x\":1,\"y\":2,\"width\":3,\"height\":4}]}");
            for (int k = 0; k < 4; k++) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(read(text.toString()).boxes())
                        .allMatch(box -> !box.area().isEmpty());
            } catch (LayoutException e) {
                assertThat(e).hasMessageStartingWith("the text");
            }
        }
    }

    @Test
    void theSidesOfATextThatIsOneBoxAreNotThePages() throws LayoutException {
        Layout layout = read("{\"x\": 10, \"y\": 20, \"width\": 30, \"height\": 40, \"prompt\": \"a fox\"}");
        assertThat(layout.width()).isEqualTo(200);
        assertThat(shown(layout)).isEqualTo("10,20,30,40");
    }

    @Test
    void aPageOfOneByOneIsInParts() throws LayoutException {
        Layout layout = read("{\"width\": 1, \"height\": 1, \"boxes\": [[0.05,0.2,0.2,0.6],[0.25,0.6,0.4,0.8]]}");
        assertThat(layout.height()).isEqualTo(100);
        assertThat(shown(layout)).isEqualTo(TWO);
    }

    @Test
    void aFrameAroundThePageIsABoxAndTheBackgroundIsNone() throws LayoutException {
        String boxes = "[{\"box\":[0,0,200,100],\"label\":\"%s\"},{\"box\":[10,20,40,60],\"label\":\"a fox\"}]";
        assertThat(read(boxes.formatted("a gold frame")).boxes()).hasSize(2);
        assertThat(read(boxes.formatted("Blue background")).boxes()).hasSize(1);
        assertThat(read(boxes.formatted("")).boxes()).hasSize(1);
        assertThat(read("{\"regions\":" + boxes.formatted("") + "}").boxes()).hasSize(2);
    }
}
