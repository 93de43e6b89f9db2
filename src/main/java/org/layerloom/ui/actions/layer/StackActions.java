package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Clipping;
import org.layerloom.edit.Groups;
import org.layerloom.edit.LayerEdits;
import org.layerloom.edit.MarqueePixels;
import org.layerloom.edit.Merging;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions that make layers, put them together and take them apart.
final class StackActions {
    private final EditActions edits;

    StackActions(EditActions edits) {
        this.edits = edits;
    }

    Action[] making() {
        return new Action[] {
            layer(Edit.of("layer-new", StackActions::withNewLayer).when(subject -> true))
                    .withIcon("mdi2l-layers-plus")
                    .withKey("Shortcut+Shift+N"),
            layer(Edit.of("layer-duplicate", StackActions::duplicate).onPixels())
                    .withIcon("mdi2c-content-duplicate")
                    .withKey("Shortcut+J"),
            edits.action(
                            Section.LAYER,
                            "layer-delete",
                            () -> edits.perform(SelectionActions.deleting()),
                            Subject::hasLayers)
                    .withIcon("mdi2t-trash-can-outline")
        };
    }

    Action[] grouping() {
        return new Action[] {
            layer(Edit.of("layer-group", StackActions::group))
                    .withIcon("mdi2f-folder-plus-outline")
                    .withKey("Shortcut+G")
                    .afterRule(),
            layer(Edit.of("layer-ungroup", Groups::ungroup)
                            .when(subject -> subject.hasLayers(GroupLayer.class::isInstance))
                            .selecting(StackActions::contents))
                    .withIcon("mdi2f-folder-remove-outline")
                    .withKey("Shortcut+Shift+G"),
            layer(Edit.of("layer-clip", Clipping::toggle).when(StackActions::canToggleClip))
                    .withIcon("mdi2v-vector-intersection")
                    .withKey("Shortcut+Alt+G")
        };
    }

    Action[] merging() {
        return new Action[] {
            layer(Edit.of("layer-rasterize", Merging::rasterize)
                            .when(subject -> Merging.canRasterize(subject.document(), subject.ids()))
                            .minding(Guard.PIXELS))
                    .afterRule(),
            layer(Edit.of("layer-merge", Merging::merge)
                            .when(subject -> !parts(subject).isEmpty())
                            .minding(Guard.PIXELS, StackActions::parts)
                            .selecting(subject -> parts(subject).subList(0, 1))
                            .onPixels())
                    .withIcon("mdi2a-arrow-collapse-down")
                    .withKey("Shortcut+E"),
            layer(Edit.ofPage("layer-merge-visible", Merging::mergeVisible)
                            .when(subject -> shown(subject).size() > 1)
                            .minding(Guard.PIXELS, StackActions::shown)
                            .selecting(subject -> shown(subject).subList(0, 1))
                            .onPixels())
                    .withIcon("mdi2l-layers-triple-outline")
                    .withKey("Shortcut+Shift+E"),
            layer(Edit.of("layer-stamp", StackActions::stamp)
                            .when(subject -> !shown(subject).isEmpty())
                            .onPixels())
                    .withIcon("mdi2s-stamper")
                    .withKey("Shortcut+Shift+Alt+E"),
            layer(Edit.ofPage("layer-flatten", StackActions::flatten)
                    .when(subject -> !subject.document().layers().isEmpty())
                    .minding(Guard.PIXELS, StackActions::all)
                    .onPixels())
        };
    }

    private Action layer(Edit edit) {
        return edits.action(Section.LAYER, edit);
    }

    private static Document withNewLayer(Document document, List<LayerId> ids) {
        String name = EditActions.words().text("new.name", document.nextId());
        Optional<LayerId> above = ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
        return LayerEdits.addEmpty(document, above, name);
    }

    /// With a marquee only the pixels that it selects.
    private static Document duplicate(Document document, List<LayerId> ids) {
        Document copied = MarqueePixels.layersViaCopy(document, ids);
        return copied == document
                ? LayerEdits.duplicate(
                        document, ids, name -> EditActions.words().text("copy.name", name))
                : copied;
    }

    private static Document group(Document document, List<LayerId> ids) {
        return Groups.group(document, ids, EditActions.words().text("group.name", document.nextId()));
    }

    private static List<LayerId> contents(Subject subject) {
        return subject.layers().stream()
                .flatMap(layer -> layer instanceof GroupLayer group
                        ? group.children().stream().map(Layer::id)
                        : List.of(layer.id()).stream())
                .toList();
    }

    private static boolean canToggleClip(Subject subject) {
        return Clipping.isClipped(subject.document(), subject.ids())
                || Clipping.canClip(subject.document(), subject.ids());
    }

    private static List<LayerId> parts(Subject subject) {
        return Merging.parts(subject.document(), subject.ids());
    }

    private static List<LayerId> shown(Subject subject) {
        return Merging.shown(subject.document()).stream().map(Layer::id).toList();
    }

    private static List<LayerId> all(Subject subject) {
        return subject.document().layers().stream().map(Layer::id).toList();
    }

    private static Document stamp(Document document, List<LayerId> ids) {
        Optional<LayerId> above = ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
        return Merging.stampVisible(document, above, EditActions.words().text("stamp.name"));
    }

    private static Document flatten(Document document) {
        return Merging.flatten(document, EditActions.words().text("flat.name"));
    }
}
