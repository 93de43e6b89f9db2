package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;
import org.layerloom.words.Words;

/// Makes actions of edits: enabled while they would do something, one step of the history each, refused with a
/// sentence where a lock stands against them.
final class EditActions {
    private final Editor editor;
    private final Consumer<Notice> notices;
    private final PixelWork pixels;
    private final ObjectBinding<Subject> subject;

    /// @param notices is told why an edit was refused
    EditActions(Editor editor, Consumer<Notice> notices) {
        this.editor = editor;
        this.notices = notices;
        pixels = new PixelWork(editor);
        subject = Bindings.createObjectBinding(
                () -> Subject.of(editor.history().document(), editor.selected()),
                editor.revisionProperty(),
                editor.selectedProperty());
    }

    Editor editor() {
        return editor;
    }

    /// What is selected now.
    Subject subject() {
        return subject.get();
    }

    static Words words() {
        return Words.of(EditActions.class);
    }

    Action action(Section section, Edit edit) {
        return action(section, edit.name(), () -> perform(edit), edit.when());
    }

    /// An action that is no edit of the document.
    Action action(Section section, String name, Runnable work, Predicate<Subject> when) {
        return Action.of(section, name, words().text(name), work).enabledWhen(enabled(when));
    }

    private BooleanBinding enabled(Predicate<Subject> when) {
        return Bindings.createBooleanBinding(() -> when.test(subject.get()), subject);
    }

    /// Does an edit and selects what it made.
    void perform(Edit edit) {
        editor.finishTyping();
        Subject now = subject.get();
        edit.guard()
                .refusal(now.document(), edit.guarded().apply(now))
                .ifPresentOrElse(reason -> notices.accept(Notice.warning(reason)), () -> commit(edit, now));
    }

    private void commit(Edit edit, Subject now) {
        Runnable select = () -> select(edit.then().apply(now, editor.history().document()));
        if (edit.pixels()) {
            pixels.commit(label(edit, now), document -> edit.work().apply(document, now.ids()), select);
        } else {
            editor.commit(label(edit, now), document -> edit.work().apply(document, now.ids()));
            select.run();
        }
    }

    /// Only what is there, and only where it differs: panels scroll to what is selected.
    private void select(List<LayerId> ids) {
        List<LayerId> there = ids.stream()
                .filter(id -> editor.document().layer(id).isPresent()
                        || editor.document().region(id).isPresent())
                .toList();
        if (!there.equals(editor.selected())) {
            editor.select(there);
        }
    }

    private static String label(Edit edit, Subject now) {
        return words().text(edit.name() + ".step", now.ids().isEmpty() ? "" : named(now));
    }

    /// The name of the one layer, or how many there are.
    static String named(Subject now) {
        return now.count() == 1 ? now.name() : words().text("layers", now.count());
    }
}
