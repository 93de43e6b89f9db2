package org.layerloom.ui.prompt;

import java.util.List;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.generate.Vocabulary;
import org.layerloom.ui.Editor;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.words.Words;

/// Makes layers that are there in another style: the selected ones, or the whole page where none is.
final class Restyling {
    private static final Words WORDS = Words.of(Restyling.class);

    private final Editor editor;
    private final GenerationSession session;
    private final PickedVocabulary vocabulary;

    Restyling(Editor editor, GenerationSession session) {
        this.editor = editor;
        this.session = session;
        vocabulary = new PickedVocabulary(session.modelProperty());
    }

    /// Whether there is anything to restyle, and a model that can.
    boolean isPossible() {
        Document document = editor.document();
        return Remake.isPossible(session.modelProperty().get())
                && document.regions().stream()
                        .anyMatch(region -> document.layer(region.layer()).isPresent());
    }

    /// Asks for the style.
    void ask(Sheets sheets) {
        int count = chosen().size();
        String about = WORDS.text(count == 0 ? "restyle.page" : "restyle.layers", Counts.layers(count));
        sheets.open(WORDS.text("restyle.title"), RestyleSheet.WIDTH, new RestyleSheet(styles(), about, remake -> {
            sheets.close();
            run(remake);
        }));
    }

    /// Those that the model was taught; the usual ones where that is not known.
    List<String> styles() {
        return vocabulary
                .taughtProperty()
                .get()
                .words()
                .map(Vocabulary::styles)
                .filter(styles -> !styles.isEmpty())
                .orElseGet(() -> List.of(WORDS.text("restyle.styles").split(", ")));
    }

    void run(Remake remake) {
        List<LayerId> boxes = chosen();
        session.submit(boxes.isEmpty() ? new Wish.Whole() : new Wish.Boxes(boxes), remake);
    }

    /// The selected boxes that a new style can be given to; empty = the whole page.
    private List<LayerId> chosen() {
        return editor.selected().stream()
                .filter(id -> session.canReroll(id))
                .filter(id -> editor.document().region(id).isPresent())
                .filter(id -> editor.document().layer(id).isPresent())
                .toList();
    }
}
