package org.layerloom.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.Groups;
import org.layerloom.ui.Editor;

/// Random actions from the list of all actions, each of which must be one step that can be undone and redone.
public final class ActionWalk {
    private static final int MOST_LAYERS = 16;
    private static final int LARGEST_SIDE = 100;

    private static final Map<Section, String> SECTIONS_LEFT_OUT = Map.of(
            Section.FILE, "they ask for files",
            Section.GENERATE, "runs of the generator end when they end",
            Section.HELP, "they open sheets and move the focus");

    private static final Map<String, String> LEFT_OUT = Map.of(
            "undo", "the walk undoes after each step itself",
            "redo", "the walk redoes after each step itself",
            "template", "it opens a sheet",
            "grid-step", "it opens a sheet",
            "boxes-paste", "it reads the clipboard",
            "boxes-question", "it writes to the clipboard",
            "boxes-import", "it asks for a file",
            "boxes-export", "it asks for a file");

    private final Random random;
    private final Editor editor;
    private final Actions actions;
    private final Print start;
    private final Set<String> changed = new TreeSet<>();

    public ActionWalk(Editor editor, Actions actions, long seed) {
        this.editor = editor;
        this.actions = actions;
        random = new Random(seed);
        start = Print.of(editor.document());
    }

    /// Five layers, one of them a group, and a box without a layer.
    public static Document design() {
        Document document = Document.blank(48, 40);
        for (int i = 0; i < 3; i++) {
            LayerId id = document.newId();
            LayerProps props = LayerProps.named(id, "Layer " + i).withPosition(i * 9 - 4, i * 5);
            document = document.add(new PixelLayer(props, Pictures.random(16, 14, i)))
                    .withRegions(Stream.concat(
                                    document.regions().stream(),
                                    Stream.of(new Region(id, new Rect(i * 9, i * 5, 16, 14), "", i)))
                            .toList());
        }
        LayerProps fill = LayerProps.named(document.newId(), "Fill");
        document = document.add(new FillLayer(fill, new Fill.Solid(0x8000ff00), Raster.filled(48, 40, 0x8000ff00)));
        return Groups.group(document, List.of(new LayerId(2), new LayerId(3)), "Group")
                .addRegion(new Rect(30, 20, 10, 10));
    }

    /// The actions that changed the document so far.
    public Set<String> changed() {
        return changed;
    }

    /// Takes as many steps, and looks after each.
    public void walk(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    /// Goes back to the beginning and to the end again.
    public void assertThatAllCanBeUndoneAndRedone() {
        Print end = Print.of(editor.document());
        editor.goTo(0);
        assertThat(Print.of(editor.document())).isEqualTo(start);
        editor.goTo(editor.history().entries().size() - 1);
        assertThat(Print.of(editor.document())).isEqualTo(end);
    }

    private void step() {
        choose();
        List<Action> possible = actions.all().stream()
                .filter(action -> !SECTIONS_LEFT_OUT.containsKey(action.section()))
                .filter(action -> !LEFT_OUT.containsKey(action.name()))
                .filter(Action::isEnabled)
                .toList();
        Action action = possible.get(random.nextInt(possible.size()));
        int position = editor.history().position();
        Document before = editor.history().document();
        Print print = Print.of(before);
        action.perform();
        Document after = editor.history().document();
        if (editor.history().position() != position) {
            changed.add(action.name());
            assertThatUndoGivesBack(action.name(), before, print, after);
        } else {
            assertThat(Print.of(after)).as(action.name()).isEqualTo(print);
        }
        keepSmall();
    }

    private void assertThatUndoGivesBack(String name, Document before, Print print, Document after) {
        assertSound(name, after);
        Print next = Print.of(after);
        editor.undo();
        assertThat(editor.document()).as("undone " + name).isEqualTo(before);
        assertThat(Print.of(editor.document())).as("undone " + name).isEqualTo(print);
        editor.redo();
        assertThat(editor.document()).as("redone " + name).isEqualTo(after);
        assertThat(Print.of(editor.document())).as("redone " + name).isEqualTo(next);
    }

    /// No id twice, each one handed out before, boxes in the order of their layers.
    private static void assertSound(String name, Document document) {
        List<LayerId> ids = document.allLayers().map(Layer::id).toList();
        assertThat(ids).as(name).doesNotHaveDuplicates().allMatch(id -> id.value() < document.nextId());
        assertThat(document.regions()).as(name).extracting(Region::layer).doesNotHaveDuplicates();
        List<LayerId> boxed = document.regions().stream()
                .map(Region::layer)
                .filter(ids::contains)
                .toList();
        assertThat(boxed)
                .as(name)
                .isEqualTo(ids.stream().filter(boxed::contains).toList());
    }

    /// Selects up to three things, and now and then pixels.
    private void choose() {
        Document document = editor.document();
        List<LayerId> all = Stream.concat(
                        document.allLayers().map(Layer::id),
                        document.regions().stream().map(Region::layer))
                .distinct()
                .toList();
        List<LayerId> chosen = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && !all.isEmpty(); i--) {
            chosen.add(all.get(random.nextInt(all.size())));
        }
        editor.select(chosen);
        if (random.nextInt(8) == 0) {
            Rect area =
                    new Rect(random.nextInt(20), random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(15));
            editor.commit("Marquee", doc -> doc.withMarquee(Optional.of(Marquee.of(area))));
        }
    }

    private void keepSmall() {
        Document now = editor.document();
        if (now.allLayers().count() > MOST_LAYERS
                || now.layers().isEmpty()
                || Math.max(now.width(), now.height()) > LARGEST_SIDE) {
            Document design = design();
            editor.commit("Begin again", document -> design.withNextId(document.nextId()));
        }
    }

    /// What a document is, apart from the objects that it is made of.
    private record Print(String structure, int pixels) {
        static Print of(Document document) {
            int pixels = document.allLayers()
                    .flatMap(Layer::rasters)
                    .mapToInt(raster -> Arrays.hashCode(raster.toArgb()))
                    .reduce(1, (a, b) -> 31 * a + b);
            return new Print(document.toString(), pixels);
        }
    }
}
