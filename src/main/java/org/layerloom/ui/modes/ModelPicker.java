package org.layerloom.ui.modes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelFamily;
import org.layerloom.ui.Flyout;

/// The models to choose from, by the systems that they belong to: what each can do, and what it lacks for the rest.
public final class ModelPicker {
    /// The rest is told where modes are chosen.
    private static final int MOST_MISSING = 3;

    private final Flyout flyout = new Flyout();
    private ChoiceList list = new ChoiceList(Modes.text("models"));

    /// Files that several modes lack, and where they go.
    private record Lack(String names, Path place) {}

    /// Opens above `owner`, or closes.
    public void toggle(Node owner) {
        flyout.toggle(owner);
        list.focusChosen();
    }

    /// Shows these, also where it is open.
    ///
    /// @param chosen null = none
    /// @param absent why the models of another machine are not there, a sentence
    public void fill(
            List<ModelEntry> models, ModelEntry chosen, Optional<String> absent, Consumer<ModelEntry> onChosen) {
        list = new ChoiceList(Modes.text("models"));
        for (ModelFamily family : ModelFamily.values()) {
            List<ModelEntry> members = models.stream()
                    .filter(model -> model.abilities().family() == family)
                    .toList();
            if (!members.isEmpty()) {
                list.addHeading(family == ModelFamily.ART ? Modes.text("family.art") : family.title());
            }
            for (ModelEntry model : members) {
                list.add(row(model, model.equals(chosen), () -> {
                    flyout.hide();
                    onChosen.accept(model);
                }));
            }
        }
        absent.ifPresent(why -> {
            list.addHeading(Modes.text("remote"));
            list.add(new ChoiceRow(Modes.text("remote.absent"), why, false, () -> {}).shut());
        });
        flyout.setContent(list);
        if (flyout.isOpen()) {
            list.focusChosen();
        }
    }

    /// A model's title, with the word that it runs on another machine where it does.
    public static String title(ModelEntry model) {
        return model.machine().isPresent() ? Modes.text("model.remote", model.title()) : model.title();
    }

    private static ChoiceRow row(ModelEntry model, boolean chosen, Runnable onChosen) {
        Abilities abilities = model.abilities();
        String can = abilities.modes().keySet().stream()
                .filter(abilities::can)
                .map(Modes::title)
                .collect(Collectors.joining(" · "));
        String where = model.machine().map(machine -> machine + " · ").orElse("");
        ChoiceRow row = new ChoiceRow(title(model), where + can, chosen, onChosen);
        Map<Lack, List<String>> lacks = lacks(abilities);
        lacks.entrySet().stream().limit(MOST_MISSING).forEach(entry -> {
            String modes = String.join(", ", entry.getValue());
            Lack lack = entry.getKey();
            row.addMissing(Modes.text("model.needs", modes, lack.names(), lack.place()), lack.place());
        });
        if (lacks.size() > MOST_MISSING) {
            row.addNote(Modes.text("model.needs.more", lacks.size() - MOST_MISSING));
        }
        return row;
    }

    /// What is missing, with the modes and kinds of control pictures that it is missing for.
    private static Map<Lack, List<String>> lacks(Abilities abilities) {
        Map<Lack, List<String>> lacks = new LinkedHashMap<>();
        for (Mode mode : abilities.modes().keySet()) {
            note(abilities.modes().get(mode), Modes.title(mode), lacks);
        }
        abilities.controls().forEach((kind, missing) -> note(missing, Modes.title(kind), lacks));
        return lacks;
    }

    private static void note(List<MissingFile> missing, String what, Map<Lack, List<String>> lacks) {
        if (!missing.isEmpty()) {
            String names = Modes.names(missing);
            lacks.computeIfAbsent(new Lack(names, missing.getFirst().place()), lack -> new ArrayList<>())
                    .add(Modes.text("quoted", what));
        }
    }
}
