package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Tree;

/// An edit of what is selected, before it becomes an action.
///
/// @param name of the action; its label is the text of that key, its step in the history that of `name.step`
/// @param work makes the next document
/// @param when whether it would do something
/// @param guard the lock that it minds
/// @param guarded which layers that lock is looked for on
/// @param pixels whether it draws whole layers anew, which takes its time
/// @param then what is selected afterwards, from the document before and after
record Edit(
        String name,
        BiFunction<Document, List<LayerId>, Document> work,
        Predicate<Subject> when,
        Guard guard,
        Function<Subject, List<LayerId>> guarded,
        boolean pixels,
        BiFunction<Subject, Document, List<LayerId>> then) {
    /// An edit of the selected layers.
    static Edit of(String name, BiFunction<Document, List<LayerId>, Document> work) {
        return new Edit(name, work, Subject::hasLayers, Guard.NONE, Subject::ids, false, Edit::fresh);
    }

    /// An edit of the whole document.
    static Edit ofPage(String name, UnaryOperator<Document> work) {
        return of(name, (document, ids) -> work.apply(document)).when(subject -> true);
    }

    Edit when(Predicate<Subject> when) {
        return new Edit(name, work, when, guard, guarded, pixels, then);
    }

    Edit minding(Guard guard) {
        return new Edit(name, work, when, guard, guarded, pixels, then);
    }

    Edit minding(Guard guard, Function<Subject, List<LayerId>> guarded) {
        return new Edit(name, work, when, guard, guarded, pixels, then);
    }

    Edit onPixels() {
        return new Edit(name, work, when, guard, guarded, true, then);
    }

    Edit selecting(Function<Subject, List<LayerId>> chosen) {
        return new Edit(name, work, when, guard, guarded, pixels, (subject, after) -> chosen.apply(subject));
    }

    /// What was made is selected; where nothing was, the selection stays.
    private static List<LayerId> fresh(Subject before, Document after) {
        List<LayerId> made = after.allLayers()
                .map(Layer::id)
                .filter(id -> before.document().layer(id).isEmpty())
                .toList();
        List<LayerId> tops = Tree.tops(after, made).stream().map(Layer::id).toList();
        return tops.isEmpty() ? before.ids() : tops;
    }
}
