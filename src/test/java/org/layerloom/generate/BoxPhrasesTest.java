package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// Phrases change boxes without a change of the prompt.
class BoxPhrasesTest {
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);
    private static final LayerId THIRD = new LayerId(3);

    private static Document page(String prompt) {
        return Document.blank(400, 400)
                .withPrompt(prompt)
                .addRegion(new Rect(0, 0, 100, 100))
                .addRegion(new Rect(100, 0, 100, 100))
                .addRegion(new Rect(200, 0, 100, 100));
    }

    private static List<String> shown(Document document) {
        return List.of(FIRST, SECOND, THIRD).stream()
                .map(id -> BoxPhrases.of(document).containsKey(id)
                        ? BoxPhrases.of(document).get(id).title()
                        : "-")
                .toList();
    }

    @Test
    void aPhraseThatIsMovedChangesPlacesWithTheOther() {
        Document page = page("a fox, a cat and a dog");
        assertThat(shown(page)).containsExactly("Fox", "Cat", "Dog");
        Document moved = BoxPhrases.move(page, FIRST, THIRD);
        assertThat(shown(moved)).containsExactly("Dog", "Cat", "Fox");
        assertThat(moved.prompt()).isEqualTo(page.prompt());
    }

    @Test
    void aPhraseThatIsMovedToAnAnonymousBoxLeavesTheFirstAnonymous() {
        assertThat(shown(BoxPhrases.move(page("a fox"), FIRST, SECOND))).containsExactly("-", "Fox", "-");
    }

    @Test
    void aClearedBoxIsAnonymousAndTheOthersAreBoundAgain() {
        Document cleared = BoxPhrases.with(page("a fox, a cat"), FIRST, new Link.Nothing());
        assertThat(shown(cleared)).containsExactly("-", "Fox", "Cat");
    }

    @Test
    void aPhraseThatAnotherBoxHasIsGivenByExchange() {
        Document page = page("a fox, a cat and a dog");
        Phrase dog = BoxPhrases.all(page.prompt()).getLast();
        assertThat(shown(BoxPhrases.give(page, SECOND, dog))).containsExactly("Fox", "Dog", "Cat");
    }

    @Test
    void stepsGoThroughAllPhrasesAndNone() {
        Document page = page("a fox, a cat");
        Document once = BoxPhrases.step(page, FIRST, 1);
        assertThat(shown(once)).startsWith("Cat");
        Document twice = BoxPhrases.step(once, FIRST, 1);
        assertThat(shown(twice)).startsWith("-");
        assertThat(shown(BoxPhrases.step(twice, FIRST, 1))).startsWith("Fox");
        assertThat(BoxPhrases.step(page(""), FIRST, 1)).isEqualTo(page(""));
    }

    @Test
    void aPhraseThatIsMovedToABoxThatIsToHaveNoneLeavesTheFirstWithNone() {
        Document cleared = BoxPhrases.with(page("a fox, a cat"), FIRST, new Link.Nothing());
        assertThat(shown(BoxPhrases.move(cleared, SECOND, FIRST))).containsExactly("Fox", "-", "Cat");
    }

    @Test
    void stepsPassOverPhrasesThatReadTheSame() {
        Document stars = page("a star, a star, a cat");
        Document once = BoxPhrases.step(stars, FIRST, 1);
        assertThat(shown(once)).startsWith("Cat");
        Document back = BoxPhrases.step(once, FIRST, -1);
        assertThat(shown(back)).startsWith("Star");
        assertThat(shown(BoxPhrases.step(back, FIRST, -1))).startsWith("-");
    }
}
